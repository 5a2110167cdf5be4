import type { ApolloClient } from '@apollo/client';
import type { Question } from '../kernel/feature.ts';
import { noteKeptOffline } from '../kernel/keptOffline.ts';
import { featureList } from './features.ts';

/**
 * Asks what shall be readable without a network, now that the service worker sees the answers and keeps them.
 * On the very first visit the page had its answers before there was a worker: what is in sight is asked once more.
 */
export async function keepOffline(client: ApolloClient, firstVisit: boolean): Promise<void> {
  const questions = (await Promise.all(featureList.map(async (feature) => (await feature.offline?.()) ?? []))).flat();
  if (firstVisit) void client.refetchObservableQueries().catch(() => undefined);
  // for the worker to keep: a page that wants them asks it
  const asked = await Promise.allSettled(questions.map((question) => ask(client, question)));
  if (asked.every(({ status }) => status === 'fulfilled')) noteKeptOffline();
}

async function ask(client: ApolloClient, { next, ...question }: Question): Promise<void> {
  const { data } = await client.query({ ...question, fetchPolicy: 'no-cache' });
  if (data && next) await Promise.all(next(data as never).map((following) => ask(client, following)));
}
