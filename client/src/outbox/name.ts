/** The name of the database, of the lock and of the channel between tabs. Stands apart so that it can be asked for without the outbox. */
export const OUTBOX = 'torilla-outbox';
