import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { createClient, NetworkError } from 'graphql-sse';
import { print, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { problemOf, type Problem } from './problem.ts';

/** What a stream tells: answers, and why it ended; null where it just did. */
export interface StreamSink<T> {
  next(data: T): void;
  end(problem: Problem | null): void;
}

interface Answer {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
}

const hashOf = (document: DocumentNode) => (document as DocumentNode & { __meta__?: { hash: string } }).__meta__?.hash;
const nameOf = (document: DocumentNode) => document.definitions.flatMap((one) => ('operation' in one ? (one.name?.value ?? []) : []))[0];

/** Opens a subscription over server-sent events, with the session's cookie; known by its hash, as the app's other questions are. @returns how to close it */
export function openStream<T, V extends OperationVariables>(document: TypedDocumentNode<T, V>, variables: V, sink: StreamSink<T>, asText = false): () => void {
  const client = createClient({
    // where the page is, as every other question
    url: new URL('/graphql/stream', location.href).href,
    credentials: 'same-origin',
    retryAttempts: 0,
  });
  const hash = hashOf(document);
  let problem: Problem | null = null;
  let reopened: (() => void) | null = null;
  const close = client.subscribe<unknown>(
    {
      operationName: nameOf(document)!,
      variables,
      query: hash && !asText ? '' : print(document),
      ...(hash && !asText && { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    },
    {
      next: (answer: Answer) => {
        if (answer.errors?.length) problem = problemOf(new CombinedGraphQLErrors({ errors: answer.errors }));
        else sink.next(answer.data as T);
      },
      error: (error) => {
        // a server of another version than this page is told the whole text
        if (error instanceof NetworkError && error.response?.status === 400 && hash && !asText) reopened = openStream(document, variables, sink, true);
        else sink.end(problem);
      },
      complete: () => sink.end(problem),
    },
  );
  return () => {
    close();
    reopened?.();
    client.dispose();
  };
}
