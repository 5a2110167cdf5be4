import { v7 } from 'uuid';

// what needs no schema stands apart, so that a page that only mints an id does not carry Zod

/** A new UUIDv7: sorts by time of making; unique by its random bits even when the clock jumps back. */
export const newId = (): string => v7();
