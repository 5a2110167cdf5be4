import { BadInput, type BadInputCode } from '@torilla/schema/budget/badInput';

/** The facts that faults tell, each those that its sentence names. */
type Facts = Record<
  'bytes' | 'limit' | 'section' | 'column' | 'values' | 'columns' | 'key' | 'what' | 'told' | 'found' | 'type' | 'voter' | 'id' | 'line',
  string
>;

/** What is wrong with a file, as a sentence for who works at the command line. */
const sentences: Record<BadInputCode, (facts: Facts) => string> = {
  'file-too-large': ({ bytes, limit }) => `the file has ${bytes} bytes, and files of ${limit} or more are not read`,
  'not-utf-8': () => 'the file is not text in UTF-8',
  'quote-open': () => 'a quoted value begins here and never ends',
  'quote-inside': () => 'a quoted value goes on after its closing quote: a quote in it is written twice',
  'before-sections': () => 'the file does not begin with META, PROJECTS or VOTES',
  'section-missing': ({ section }) => `the section ${section} is missing`,
  'section-twice': ({ section }) => `the section ${section} is there twice`,
  'header-missing': ({ section }) => `the section ${section} has no line that names its columns`,
  'column-missing': ({ column }) => `the column ${column} is missing`,
  'column-twice': ({ column }) => `the column ${column} is there twice`,
  'too-many-values': ({ values, columns }) => `there are ${values} values for ${columns} columns`,
  'key-missing': ({ key }) => `META does not tell ${key}`,
  'key-twice': ({ key }) => `META tells ${key} twice`,
  'number-wrong': ({ what }) => `${what} is not a whole number`,
  'amount-wrong': ({ what }) => `the ${what} is not an amount of money, such as 1500 or 1500.50`,
  'count-differs': ({ what, told, found }) => `${what} is ${told}, but there are ${found}`,
  'vote-type-unknown': ({ type }) => `votes of the type ${type} are not known`,
  'voter-twice': ({ voter }) => `the voter ${voter} is there twice`,
  'one-choice-only': () => 'the ballot has more than one choice, and the vote type allows one',
  'id-missing': () => 'there is no id',
  'project-twice': ({ id }) => `the project ${id} is there twice`,
  'unknown-project': ({ id }) => `the ballot chooses a project that is not there: ${id || 'one without an id'}`,
  'choice-twice': ({ id }) => `the ballot chooses the project ${id} twice`,
  'points-wrong': () => 'the ballot does not give each of its projects a whole number of points',
  'too-large': () => 'the amounts of money, or the points, are too large to be summed exactly',
  'ranking-not-counted': () => 'the ballots are rankings, which no rule here counts',
  'rule-needs-approvals': () => 'the ballots deal out points, which only the count by votes takes',
};

/** An error with what is wrong with a file as its sentence: the file, the line where there is one, and the fault. Other errors are as they were. */
export function inWords(file: string, error: unknown): unknown {
  if (!(error instanceof BadInput)) return error;
  const facts = Object.fromEntries(Object.entries(error.facts).map(([fact, value]) => [fact, String(value)])) as Facts;
  return new Error(`${file}${facts.line ? `, line ${facts.line}` : ''}: ${sentences[error.code](facts)}.`, { cause: error });
}
