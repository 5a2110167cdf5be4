import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform, type ClientPresetConfig } from '@graphql-codegen/client-preset';

/*
 * Reads the operations of every noun, `schema/src/<noun>/*.graphql`, and writes typed documents to `src/gql/<noun>/`: one
 * module per folder, so that a page carries its own operations and not those of `<noun>/admin/`. A fragment belongs to its folder.
 * The texts go to `src/gql/persisted-documents.json`, by SHA-256, for the server.
 */
const client = join(import.meta.dirname, '..');
const contract = join(client, '../schema');
const out = join(client, 'src/gql');
const schema = join(contract, 'schema.graphql');

// plain hexadecimal, as automatic persisted queries ask for it
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const presetConfig: ClientPresetConfig = {
  fragmentMasking: false,
  persistedDocuments: { mode: 'embedHashInDocument', hashPropertyName: 'hash', hashAlgorithm: sha256 },
};
const config = {
  scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string', JSON: 'unknown' },
  strictScalars: true,
  enumsAsTypes: true,
  useTypeImports: true,
};

const entries = await readdir(join(contract, 'src'), { withFileTypes: true, recursive: true });
const nouns = [...new Set(entries.filter((e) => e.isFile() && e.name.endsWith('.graphql')).map((e) => e.parentPath))];
const placeOf = (folder: string) => join(out, relative(join(contract, 'src'), folder));

await rm(out, { recursive: true, force: true });
await generate(
  {
    schema,
    silent: true,
    errorsOnly: true,
    generates: Object.fromEntries(
      nouns.map((folder) => [
        `${placeOf(folder)}/`,
        {
          documents: `${folder}/*.graphql`,
          preset: 'client',
          presetConfig,
          documentTransforms: [addTypenameSelectionDocumentTransform],
          config,
        },
      ]),
    ),
  },
  true,
);

// an object for each document takes a phone longer than the rest of a page's script
const DOCUMENT = /^export const (\w+) = (\{.*\}) as unknown as DocumentNode<(.*)>;$/gm;
const KERNEL = join(client, 'src/kernel');
async function makeLazy(file: string): Promise<void> {
  const written = (await readFile(file, 'utf8')).replaceAll(DOCUMENT, (_, name: string, text: string, types: string) => {
    const { __meta__, definitions } = JSON.parse(text) as { __meta__?: { hash: string }; definitions: object[] };
    return `export const ${name} = /* #__PURE__ */ lazyDocument<${types}>(${JSON.stringify(__meta__?.hash ?? '')}, () => (${JSON.stringify(definitions)}));`;
  });
  const from = relative(dirname(file), join(KERNEL, 'lazyDocument.ts'));
  await writeFile(file, written.replace(/^import type .*;$/m, `import { lazyDocument } from '${from}';`));
}

const texts: Record<string, string> = {};
for (const folder of nouns) {
  await makeLazy(join(placeOf(folder), 'graphql.ts'));
  const file = join(placeOf(folder), 'persisted-documents.json');
  Object.assign(texts, JSON.parse(await readFile(file, 'utf8')));
}
await writeFile(join(out, 'persisted-documents.json'), `${JSON.stringify(texts, null, 1)}\n`);
