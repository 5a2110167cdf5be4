/** The letters of Crockford's base 32: none that is taken for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** Makes a receipt of a ballot: 130 bits of chance, which only its voter's device knows. */
export const newBallotReceipt = (): string => Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte & 31]).join('');

/** A receipt as somebody typed it, as it is sent: without spaces, in capitals, and with what looks alike put right. */
export const typedReceipt = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A receipt as it is shown, in groups that can be read out. */
export const shownReceipt = (receipt: string): string => receipt.replaceAll(/(.{4})(?=.)/g, '$1 ');
