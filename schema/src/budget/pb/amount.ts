/** An amount of money as a file writes it: a whole number, or with a decimal point. */
const AMOUNT = /^(\d+)(?:\.(\d+))?$/;

/** How many decimals an amount has that are not zeros at its end; null for what is no amount. */
export function decimalsOf(text: string): number | null {
  const parts = AMOUNT.exec(text);
  return parts && (parts[2] ?? '').replace(/0+$/, '').length;
}

/** An amount as a whole number of units, of which `decimals` places make one of the currency. The amount has no more decimals than that. */
export function unitsOf(text: string, decimals: number): number {
  const [, whole, fraction = ''] = AMOUNT.exec(text)!;
  return Number(whole! + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

/** Units as an amount with a decimal point, without zeros at its end. */
export function amountOf(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return digits.slice(0, -decimals) + (fraction && `.${fraction}`);
}
