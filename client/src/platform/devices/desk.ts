/** The page that a resident has in hand. */
export const DESK = '/kentta/asukas';
const KEY = 'torilla.desk';

/** Where the tablet is held as long as it is in a resident's hands: every address leads there, after a new start too. Null while it is not. */
export function deskNow(): string | null {
  try {
    return sessionStorage.getItem(KEY) === null ? localStorage.getItem(KEY) : null;
  } catch {
    return null; // a browser that keeps nothing is no tablet
  }
}
/** Gives the tablet into a resident's hands, at a page that is for them. */
export function goToDesk(path = DESK): void {
  localStorage.setItem(KEY, path);
  sessionStorage.removeItem(KEY);
}
/** Takes it back; a kiosk only until it is given on, or started anew. */
export const leaveDesk = (kiosk: boolean): void => (kiosk ? sessionStorage.setItem(KEY, '1') : localStorage.removeItem(KEY));
