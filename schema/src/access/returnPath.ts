/** The path to return to after signing in, if it is one of the app's own; an address elsewhere, however disguised, is none. */
export function ownPath(asked: unknown, origin: string): string | null {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return null;
  try {
    const url = new URL(asked, origin);
    return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null;
  } catch {
    return null;
  }
}
