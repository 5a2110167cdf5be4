import { hamina } from './hamina.ts';

/** The day that the city's calendar shows at an instant, as an ISO date. */
export const dayAt = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: hamina.timeZone }).format(at);
