import path from 'node:path';

/** The project's folder: the same from the sources and from the built server. */
const root = path.resolve(import.meta.dirname, '../../..');

export const paths = {
  /** The built app. */
  client: path.join(root, 'client/dist'),
  /** The operations that the app sends, by the SHA-256 of their text. */
  trustedDocuments: path.join(root, 'client/src/gql/persisted-documents.json'),
  /** The committed contract. */
  schema: path.join(root, 'schema/schema.graphql'),
} as const;
