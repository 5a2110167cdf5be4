const TYPED = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$/;

/** The ISO date of a date typed the Finnish way, `20.5.2027`; null when there is no such day. */
export function parseFinnishDate(typed: string): string | null {
  const [, day, month, year] = TYPED.exec(typed) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  // 31.2. would roll over to March
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}

/** An ISO date the Finnish way. */
export const toFinnishDate = (iso: string): string => {
  const [year, month, day] = iso.split('-');
  return `${Number(day)}.${Number(month)}.${year}`;
};
