/** Of fewer people than this nothing is told to everybody: they might be known. */
export const FEW = 5;
