/** The path to return to, if it is one of the app's own; an address elsewhere, however disguised, is none. */
export function ownPath(asked: unknown): string | null {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return null;
  try {
    const url = new URL(asked, location.origin);
    return url.origin === location.origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null;
  } catch {
    return null;
  }
}

/** The address of the sign-in page that leads back to a path. */
export const signInPath = (back: string): string => `/kirjaudu?to=${encodeURIComponent(back)}`;
