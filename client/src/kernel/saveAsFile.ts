/** Gives the reader a file of text; nothing leaves the browser for it. */
export const saveAsFile = (name: string, text: string, type: string): void => saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));

/** Gives the reader a file. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads it a moment later
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
