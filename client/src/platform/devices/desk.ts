/** The page that a resident has in hand. */
export const DESK = '/kentta/asukas';
const KEY = 'torilla.desk';

/** Whether the tablet is in a resident's hands: then every address leads there, after a new start too. */
export const isAtDesk = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null && sessionStorage.getItem(KEY) === null;
  } catch {
    return false; // a browser that keeps nothing is no tablet
  }
};
/** Gives the tablet into a resident's hands. */
export function goToDesk(): void {
  localStorage.setItem(KEY, '1');
  sessionStorage.removeItem(KEY);
}
/** Takes it back; a kiosk only until it is given on, or started anew. */
export const leaveDesk = (kiosk: boolean): void => (kiosk ? sessionStorage.setItem(KEY, '1') : localStorage.removeItem(KEY));
