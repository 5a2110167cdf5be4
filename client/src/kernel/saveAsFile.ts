/** Gives the reader a file; nothing leaves the browser for it. */
export function saveAsFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads it a moment later
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
