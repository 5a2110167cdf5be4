/** The address of the sign-in page that leads back to a path. */
export const signInPath = (back: string): string => `/kirjaudu?to=${encodeURIComponent(back)}`;
