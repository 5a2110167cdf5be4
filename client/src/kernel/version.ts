import { version } from '../../package.json';

/** The app's version, as devices tell it to the city. */
export const appVersion: string = version;
