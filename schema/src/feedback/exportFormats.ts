/** The files that feedback is exported to. */
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where a file is asked for, by POST. */
export const exportPath = (format: ExportFormat): string => `/vienti/palautteet.${format}`;
