const SHAPE = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-Y])$/;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const centuryOf = (sign: string): string => (sign === '+' ? '18' : /[A-F]/.test(sign) ? '20' : '19');

/** What a national identity number says: itself, as it is written, and the day of birth as an ISO date. */
export interface IdentityNumber {
  number: string;
  birthDate: string;
}

/** Reads a Finnish national identity number, the separators of 2023 included; null for what is none. */
export function identityNumberOf(text: string): IdentityNumber | null {
  const number = text.trim().toUpperCase();
  const [, day, month, year, sign, serial, check] = SHAPE.exec(number) ?? [];
  if (!day || !month || !year || !sign || !serial) return null;
  if (CHECKS[Number(day + month + year + serial) % 31] !== check) return null;
  const birthDate = `${centuryOf(sign)}${year}-${month}-${day}`;
  const at = new Date(`${birthDate}T00:00:00Z`);
  // 31.2. would roll over to March
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(birthDate) ? { number, birthDate } : null;
}
