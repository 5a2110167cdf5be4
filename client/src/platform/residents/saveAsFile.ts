/** Gives the reader a file of JSON; nothing leaves the browser for it. */
export function saveAsFile(name: string, json: string): void {
  const url = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads it a moment later
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
