const TYPED = /^(\d+)(?:[.,](\d{1,2}))?$/;

/** A sum typed the Finnish way (`50 000`, `1 250,50 €`) in cents; null when it is no sum. */
export function parseEuros(typed: string): number | null {
  const [, euros, cents = ''] = TYPED.exec(typed.replaceAll(/[\s\u00A0€]/g, '')) ?? [];
  return euros === undefined ? null : Number(euros) * 100 + Number(cents.padEnd(2, '0'));
}

/** Cents as they are typed: `1250,50`, or `50000` where they are whole euros. */
export const typedEuros = (cents: number): string => (cents % 100 ? (cents / 100).toFixed(2).replace('.', ',') : String(cents / 100));
