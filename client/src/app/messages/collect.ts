/** The words of the app in one language, by noun. */
export type Messages = Record<string, Record<string, unknown>>;

const NOUN = /([^/]+)\/locales\//;

/** Puts the locale files of all nouns together: `platform/plan/locales/fi.json` becomes `plan.…`. What several of a noun's files say of one thing stands together. */
export function collect(files: Record<string, unknown>): Messages {
  const messages: Messages = {};
  for (const [path, words] of Object.entries(files)) {
    const noun = NOUN.exec(path)?.[1];
    if (noun) messages[noun] = together(messages[noun], words) as Messages[string];
  }
  return messages;
}

/** Both in one. What one alone says stays as it is: compiled words are objects with lists in them. */
export function together(said: unknown, more: unknown): unknown {
  if (typeof said !== 'object' || typeof more !== 'object') return more;
  const both: Record<string, unknown> = { ...said };
  for (const [key, inner] of Object.entries(more!)) both[key] = together(both[key], inner);
  return both;
}
