import { chance, inGroups, isOfLength } from '../kernel/base32.ts';

const LENGTH = 26;

/** Makes a receipt of a ballot: 130 bits of chance, which only its voter's device knows. */
export const newBallotReceipt = (): string => chance(LENGTH);

/** Whether it may be a receipt. */
export const isBallotReceipt = (text: string): boolean => isOfLength(text, LENGTH);

/** A receipt as it is shown, in groups that can be read out. */
export const shownReceipt = (receipt: string): string => inGroups(receipt, ' ');
