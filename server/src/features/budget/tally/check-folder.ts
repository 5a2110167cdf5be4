import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { countFile, readFile } from './count-file.ts';
import { ruleOfKey } from './rule-keys.ts';

/** What a folder's `expected.json` tells of each of its files: the winners by rule, their order where it is agreed, and what they cost. */
const Expected = z.record(
  z.string(),
  z.object({ rules: z.record(z.string(), z.object({ winners: z.array(z.string()), order: z.array(z.string()).nullish(), cost: z.number() })) }),
);

/** How many results were counted anew, and which are not what was expected: a sentence each. */
export interface Checked {
  files: number;
  results: number;
  differences: string[];
}

/** Counts each file of a folder by each rule of its `expected.json`. A file without a rule is read all the same. @throws Error with a sentence for a list that is none */
export async function checkFolder(folder: string): Promise<Checked> {
  const expected = expectedOf(path.join(folder, 'expected.json'));
  const differences: string[] = [];
  let results = 0;
  for (const [name, { rules }] of Object.entries(expected)) {
    try {
      const read = readFile(path.join(folder, name));
      for (const [key, { winners, order, cost }] of Object.entries(rules)) {
        results++;
        const ruled = ruleOfKey(key, read.pb);
        if (!ruled) {
          differences.push(`${name}: no rule is called ${key}.`);
          continue;
        }
        const found = await countFile(read, ruled);
        const same = String(found.winners) === String(winners.toSorted()) && found.cost === cost && (!order || String(found.order) === String(order));
        if (!same) differences.push(`${name}, ${key}: ${found.order.join(', ')} for ${found.cost}, not ${(order ?? winners).join(', ')} for ${cost}.`);
      }
    } catch (error) {
      differences.push((error as Error).message);
    }
  }
  return { files: Object.keys(expected).length, results, differences };
}

function expectedOf(file: string): z.infer<typeof Expected> {
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  const { success, data } = Expected.safeParse(told);
  if (!success) throw new Error(`${file} is no list of expected results by file and rule.`);
  return data;
}
