/** Under which this device keeps who is signed in. Alone, so that the first load brings no more. */
export const PRESENCE = 'torilla.resident';
