// what needs no schema stands apart, so that a page that only shows numbers does not carry Zod

/** The ages by which those who came are counted. */
export const ageBands = ['under13', 'from13', 'from18', 'from30', 'from65', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

/** All of them together. */
export const attendedIn = (attendance: Readonly<Record<AgeBand, number>>): number => ageBands.reduce((sum, band) => sum + attendance[band], 0);

/** So long may the reason be for which a day is closed although something is lacking. */
export const MAX_REASON = 500;
