/** An answer of the API without the marks that only the cache of the app needs. */
export type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [K in keyof T as K extends '__typename' ? never : K]: Plain<T[K]> }
    : T;
