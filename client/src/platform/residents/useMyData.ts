import { computed } from 'vue';
import { EraseMyAccountDocument, MyDataDocument } from '../../gql/residents/graphql.ts';
import { useRead } from '../../kernel/useRead.ts';
import { useWrite } from '../../kernel/useWrite.ts';

/** What is held of somebody, of one class. */
export interface Held {
  name: string;
  rows: readonly Readonly<Record<string, unknown>>[];
}

/** Everything that the city holds of the resident who is signed in. */
export function useMyData() {
  const { data, ...read } = useRead(MyDataDocument, {}, { audience: 'resident' });
  return { held: computed(() => data.value?.myData as readonly Held[] | undefined), ...read };
}

/** Erases the account and all that is in it; a dry run says what would go. */
export const useErase = () => useWrite(EraseMyAccountDocument, { audience: 'resident' });

/** Puts a copy of it into the resident's downloads, as JSON. */
export function download(held: readonly Held[]): void {
  const copy = JSON.stringify(Object.fromEntries(held.map(({ name, rows }) => [name, rows])), null, 2);
  const url = URL.createObjectURL(new Blob([copy], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'torilla.json' });
  link.click();
  // the browser reads it after the click
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
