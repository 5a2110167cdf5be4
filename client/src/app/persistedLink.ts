import type { Ask } from '@torilla/schema/kernel/render';
import { ApolloLink } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { type DocumentNode, OperationTypeNode, print } from 'graphql';
import { Observable } from 'rxjs';
import { turn } from '../kernel/turn.ts';

type Answer = ApolloLink.Result & { errors?: readonly { message: string }[] };

const hashOf = (document: DocumentNode) => (document as DocumentNode & { __meta__?: { hash: string } }).__meta__?.hash;
// Apollo's own words; the server gives the error a code of our catalogue
const isUnknown = (answer: Answer) => answer.errors?.some((e) => e.message === 'PersistedQueryNotFound');

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  // a captive portal answers 200 with a page of its own
  if (!/json/.test(response.headers.get('content-type') ?? '')) throw new ServerError(`Status ${response.status}`, { response, bodyText: text });
  const answer = JSON.parse(text) as Answer;
  if (!response.ok && !answer.errors) throw new ServerError(`Status ${response.status}`, { response, bodyText: text });
  return answer;
}

async function send(ask: Ask, operation: ApolloLink.Operation, signal: AbortSignal): Promise<Answer> {
  const { query, variables, operationName } = operation;
  const hash = hashOf(query);
  const request: RequestInit = {
    signal,
    // public reads carry no cookie, so that nobody's session changes what everybody sees and may keep
    credentials: (operation.getContext().audience ?? 'public') === 'public' ? 'omit' : 'same-origin',
    headers: { accept: 'application/json', 'apollo-require-preflight': 'true' },
  };
  if (hash && operation.operationType === OperationTypeNode.QUERY && !operation.getContext().inBody) {
    const asked = new URLSearchParams({
      operationName: operationName ?? '',
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }),
    });
    const answer = await answerOf(await ask(`/graphql?${asked}`, request));
    // a server of another version than this page is told the whole text
    if (!isUnknown(answer)) return answer;
  }
  return answerOf(
    await ask('/graphql', {
      ...request,
      method: 'POST',
      headers: { ...request.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ operationName, variables, query: print(query) }),
    }),
  );
}

/**
 * Sends operations to the city: persisted queries by GET, so that public answers are kept on the way and read offline,
 * the rest by POST, and what no address may have in it. A question that a write overtook is asked again. Does what Apollo's HTTP and persisted-query links do for us in a twelfth of their weight.
 */
export function persistedLink(ask: Ask = (path, request) => fetch(path, request)): ApolloLink {
  let written = 0;

  async function read(operation: ApolloLink.Operation, signal: AbortSignal): Promise<Answer> {
    // a page asks several things while it is drawn, and their answers come at once
    await turn();
    for (;;) {
      const before = written;
      const answer = await send(ask, operation, signal);
      await turn();
      // what was asked before a write may know nothing of it, and whoever asks after it may have been given the same request
      if (before === written) return answer;
    }
  }
  // also when its answer is lost: it may have been done
  const write = (operation: ApolloLink.Operation, signal: AbortSignal) => send(ask, operation, signal).finally(() => written++);

  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const abort = new AbortController();
        const carry = operation.operationType === OperationTypeNode.MUTATION ? write : read;
        carry(operation, abort.signal).then(
          (answer) => {
            observer.next(answer);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
        return () => abort.abort();
      }),
  );
}
