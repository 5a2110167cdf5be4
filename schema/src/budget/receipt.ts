import { chance, inGroups } from '../kernel/base32.ts';

/** Makes a receipt of a ballot: 130 bits of chance, which only its voter's device knows. */
export const newBallotReceipt = (): string => chance(26);

/** A receipt as it is shown, in groups that can be read out. */
export const shownReceipt = (receipt: string): string => inGroups(receipt, ' ');
