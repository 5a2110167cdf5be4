/** The page of a receipt. The code stands behind the #, where no server and no log sees it. */
export const receiptUrl = (code: string): string => `${location.origin}/kuitti#${code}`;
