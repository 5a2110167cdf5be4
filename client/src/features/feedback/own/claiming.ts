import type { ApolloClient } from '@apollo/client';
import { effectScope, watch, type App } from 'vue';
import { ClaimFeedbackDocument } from '../../../gql/feedback/own/graphql.ts';
import { useApollo } from '../../../kernel/apollo.ts';
import { problemOf } from '../../../kernel/problem.ts';
import type { Outbox } from '../../../outbox/outbox.ts';
import { useOutbox } from '../../../outbox/useOutbox.ts';
import { dropReceipt, presence } from '../../../platform/residents/presence.ts';

const NEWEST = 50;

/** Puts it into the account of whoever is signed in. @returns why it could not be done, or null */
async function claim(client: ApolloClient, receipt: string): Promise<string | null> {
  try {
    await client.mutate({ mutation: ClaimFeedbackDocument, variables: { input: { receipt } }, context: { audience: 'resident' } });
    return null;
  } catch (error) {
    return problemOf(error).code;
  }
}

/** Claims what was said on this device by whoever is signed in, as far as it is in effect at the city; the rest is left for the next time. */
export async function claimKept(client: ApolloClient, outbox: Pick<Outbox, 'page'>): Promise<void> {
  const { lines } = await outbox.page(null, NEWEST);
  const waiting = new Set(lines.filter(({ state }) => state !== 'RECEIVED').map(({ receipt }) => receipt));
  let claimed = false;
  for (const receipt of presence.value?.receipts ?? []) {
    if (waiting.has(receipt)) continue;
    const why = await claim(client, receipt);
    claimed ||= why === null;
    if (why === null || why === 'already-claimed') dropReceipt(receipt);
    // one that is not there yet says nothing of the others; whatever else it is holds them all up
    else if (why !== 'not-found') break;
  }
  if (claimed) client.cache.evict({ fieldName: 'myFeedback' });
}

let started = false;

/** Claims whenever something more was kept or has arrived at the city, as long as the app is open. */
export function startClaiming(client: ApolloClient, outbox: Promise<Outbox>): void {
  if (started) return;
  started = true;
  let turn = Promise.resolve();
  let due = false;
  const again = () => {
    if (due || !presence.value?.receipts.length) return;
    due = true;
    turn = turn.then(async () => {
      due = false;
      // what fails is kept, and tried when there is news
      await claimKept(client, await outbox).catch(() => undefined);
    });
  };
  outbox.then(
    (box) => void box.subscribe(again),
    () => (started = false),
  );
  addEventListener('online', again);
  effectScope(true).run(() => watch(presence, again));
}

/** Goes on with what was kept before this page was loaded. */
export const wakeClaiming = (app: App): void => app.runWithContext(() => effectScope(true).run(() => startClaiming(useApollo(), useOutbox().outbox)));
