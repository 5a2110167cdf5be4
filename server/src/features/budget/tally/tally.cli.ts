import { parseArgs } from 'node:util';
import { checkFolder } from './check-folder.ts';
import { countFile, readFile } from './count-file.ts';
import { ruledBy, ruleOptions } from './rule-options.ts';

const USAGE = 'What is to be counted? `tally FILE.pb --rule greedy`, or `tally --check FOLDER` for a folder with an expected.json.';

/**
 * Counts a file and prints the result as JSON, or counts a folder anew and tells whether the results are those expected. Needs no database.
 * @throws Error with a sentence: for a file that is wrong, a rule that is none, and results that are not those expected
 */
export async function tallyCommand(...args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...ruleOptions, check: { type: 'string' }, explain: { type: 'boolean', default: false } },
  });
  const { check, explain, ...options } = values;
  if (check !== undefined) return checked(check);
  const [file, ...others] = positionals;
  if (!file || others.length) throw new Error(USAGE);
  const read = readFile(file);
  const { unit, projects, ...result } = await countFile(read, ruledBy(options, read.pb));
  console.log(JSON.stringify(explain ? { ...result, unit, projects } : result, null, 2));
}

async function checked(folder: string): Promise<void> {
  const { files, results, differences } = await checkFolder(folder);
  if (differences.length) throw new Error([...differences, `${differences.length} of ${results} results are not those expected.`].join('\n'));
  console.log(`All ${results} results of ${files} files are those expected.`);
}
