/** One class of what is held, in words. */
export interface ReadableClass {
  name: string;
  why: string;
  records: readonly (readonly { name: string; value: string }[])[];
}

const STYLE =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{margin-top:2.5rem}dl{border-top:1px solid;padding-top:.75rem}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-line;overflow-wrap:anywhere}';

/** What is held as a page of its own, which any browser opens without the app and without a network. Words are words in it, whatever stands in them. */
export function readableCopy(title: string, lead: string, classes: readonly ReadableClass[]): string {
  const page = document.implementation.createHTMLDocument();
  const add = (to: HTMLElement, tag: string, text = ''): HTMLElement => {
    const element = page.createElement(tag);
    element.textContent = text;
    to.append(element);
    return element;
  };
  add(page.head, 'title', title);
  add(page.body, 'h1', title);
  add(page.body, 'p', lead);
  for (const { name, why, records } of classes) {
    add(page.body, 'h2', name);
    add(page.body, 'p', why);
    for (const facts of records) {
      const list = add(page.body, 'dl');
      for (const fact of facts) {
        add(list, 'dt', fact.name);
        add(list, 'dd', fact.value);
      }
    }
  }
  // the style comes as text: this page's own policy has no say in a file
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${page.head.innerHTML}<style>${STYLE}</style>`;
  return `<!doctype html>\n<html lang="${document.documentElement.lang}"><head>${head}</head>${page.body.outerHTML}</html>\n`;
}
