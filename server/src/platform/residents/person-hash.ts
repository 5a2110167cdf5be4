import { createHmac } from 'node:crypto';

/** What the city keeps of what it knows a person by: the same for the same person, and nothing to whoever does not have the key (HMAC with SHA-256, in hexadecimal). */
export const hashOfPerson = (key: string, known: string): string => createHmac('sha256', key).update(known).digest('hex');

/** The same of a national identity number, by whichever way it came. */
export const hashOfNumber = (key: string, number: string): string => hashOfPerson(key, `number ${number}`);
