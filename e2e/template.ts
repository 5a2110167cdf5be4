// What the servers of all tests begin from, made once.
export { prepareTemplate as default } from './torilla.ts';
