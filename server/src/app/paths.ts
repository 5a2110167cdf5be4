import { findPackageJSON } from 'node:module';
import path from 'node:path';

/** The server's folder and the project's: the same from the sources and from the built server. */
const server = path.dirname(findPackageJSON('.', import.meta.url)!);
const root = path.dirname(server);

export const paths = {
  /** The built app, as browsers get it. */
  client: path.join(root, 'client/dist/browser'),
  /** What the last run of tests found of the built app; absent when none is known. */
  assessment: path.join(root, 'client/dist/browser/accessibility.json'),
  /** What renders the app's readable pages. */
  render: path.join(root, 'client/dist/server/render.js'),
  /** The operations that the app sends, by the SHA-256 of their text. */
  trustedDocuments: path.join(root, 'client/src/gql/persisted-documents.json'),
  /** The committed contract. */
  schema: path.join(root, 'schema/schema.graphql'),
  /** Where new migrations are written. */
  migrations: path.join(server, 'src/migrations'),
} as const;
