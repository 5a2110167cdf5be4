/** The city that this deployment serves. */
export const hamina = {
  /** Its number among Finland's municipalities. */
  code: '075',
  name: { fi: 'Hamina', sv: 'Fredrikshamn', en: 'Hamina' },
  timeZone: 'Europe/Helsinki',
  locale: 'fi',
} as const;
