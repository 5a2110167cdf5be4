/** A half-open span of time: from `opens` (included) to `closes` (excluded); an open end is null. */
export interface Window {
  opens: Date | null;
  closes: Date | null;
}

/** Whether the instant lies in the window, with a grace after its end in milliseconds. */
export const contains = (window: Window, at: Date, graceMs = 0): boolean =>
  (window.opens === null || at >= window.opens) && (window.closes === null || at.getTime() < window.closes.getTime() + graceMs);
