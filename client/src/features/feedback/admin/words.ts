const MOST = 72;
/** A single sentence may be this long before it is cut. */
const SENTENCE = 110;

/** A heading made of the words themselves: their first sentence, or as much of it as fits; and what is left of them. */
export function headline(words: string): { head: string; rest: string } {
  const text = words.trim().replace(/\s+/g, ' ');
  const sentence = /^.*?[.!?…](?=\s|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= SENTENCE) return { head: sentence.replace(/\.$/, ''), rest: text.slice(sentence.length).trim() };
  const cut = text.lastIndexOf(' ', MOST);
  return { head: `${text.slice(0, cut > 0 ? cut : MOST)}…`, rest: text.slice(cut > 0 ? cut : MOST).trim() };
}
