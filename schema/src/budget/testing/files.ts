/** A file that is right, by lines, of which a test changes what it is about. */
export const lines = [
  'META',
  'key;value',
  'description;A park or a pier',
  'num_projects;3',
  'num_votes;4',
  'budget;1000',
  'vote_type;approval',
  'rule;greedy',
  'PROJECTS',
  'project_id;cost;votes;name',
  'P1;400;2;Park',
  '12/2020;700;2;"Pier; with a bench, and a ""view"""',
  'P3;0;1;',
  'VOTES',
  'voter_id;vote;age',
  'v1;P1,12/2020;34',
  'v2;;',
  'v3;"P1,P3"',
  'v4;12/2020;8',
] as const;

/** The file, with the line that begins with one text replaced, or taken out. */
export const changed = (changes: Readonly<Record<string, string | null>> = {}): string =>
  lines
    .map((line) => {
      const start = Object.keys(changes).find((start) => line.startsWith(start));
      return start === undefined ? line : changes[start]!;
    })
    .filter((line) => line !== null)
    .join('\n');

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
