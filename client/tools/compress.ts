import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/*
 * Lays a small copy beside each file that the server sends to every visitor, so that none is made small again for each of them:
 * as small as it gets, once, after a build.
 */
const dist = join(import.meta.dirname, '../dist/browser');
const TEXT = /\.(?:js|css|html|svg|webmanifest)$/;

for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => TEXT.test(file))) {
  const file = join(dist, name);
  const text = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
}
