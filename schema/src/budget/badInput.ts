/** What can be wrong with what is to be counted. */
export const badInputCodes = [
  // the file
  'file-too-large',
  'not-utf-8',
  'quote-open',
  'quote-inside',
  'before-sections',
  'section-missing',
  'section-twice',
  'header-missing',
  'column-missing',
  'column-twice',
  'too-many-values',
  'key-missing',
  'key-twice',
  'number-wrong',
  'amount-wrong',
  'count-differs',
  'vote-type-unknown',
  'voter-twice',
  'one-choice-only',
  // the election
  'id-missing',
  'project-twice',
  'unknown-project',
  'choice-twice',
  'points-wrong',
  'too-large',
  // the rule, for these ballots
  'ranking-not-counted',
  'rule-needs-approvals',
] as const;
export type BadInputCode = (typeof badInputCodes)[number];

/** Where it is wrong, and what a sentence about it needs. */
export type BadInputFacts = Readonly<Record<string, string | number>>;

/** Ballots, projects or a file that cannot be counted. The facts say where: `line` of a file, `project` or `ballot` by its place in the list, from 0. */
export class BadInput extends Error {
  readonly code: BadInputCode;
  readonly facts: BadInputFacts;

  constructor(code: BadInputCode, facts: BadInputFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
