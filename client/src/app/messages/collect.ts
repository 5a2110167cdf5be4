/** The words of the app in one language, by noun. */
export type Messages = Record<string, Record<string, unknown>>;

const NOUN = /([^/]+)\/locales\//;

/** Puts the locale files of all nouns together: `platform/plan/locales/fi.json` becomes `plan.…`. */
export function collect(files: Record<string, unknown>): Messages {
  const messages: Messages = {};
  for (const [path, words] of Object.entries(files)) {
    const noun = NOUN.exec(path)?.[1];
    if (noun) messages[noun] = { ...messages[noun], ...(words as object) };
  }
  return messages;
}
