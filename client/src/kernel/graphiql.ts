import { print, visit, type DocumentNode } from 'graphql';

/** An operation as somebody would write it: without what the app adds for itself. */
export const textOf = (document: DocumentNode): string => print(visit(document, { Field: ({ name }) => (name.value === '__typename' ? null : undefined) }));

/** Where GraphiQL opens with the query filled in. It stands behind the #, which no server and no log sees, and runs when its reader presses the button. */
export const graphiqlPath = (query: string, variables: object): string =>
  `/hallinta/graphiql#${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`;
