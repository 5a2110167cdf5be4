import { useI18n } from 'vue-i18n';

/** The noun of a verb: what stands before its first dot. */
const nounOf = (verb: string): string => verb.split('.')[0]!;

/** Verbs by noun, in the order in which they come. */
export function byNoun<T extends { verb: string }>(verbs: readonly T[]): { noun: string; verbs: T[] }[] {
  const nouns = [...new Set(verbs.map(({ verb }) => nounOf(verb)))];
  return nouns.map((noun) => ({ noun, verbs: verbs.filter(({ verb }) => nounOf(verb) === noun) }));
}

/** What verbs and nouns of the policy are called. One that has no words yet goes by its own name. */
export function useVerbs() {
  const { t, te } = useI18n();
  const say = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);
  return {
    wordOf: (verb: string) => say(`access.verb.${verb.replaceAll('.', '-')}`, verb),
    nounTitle: (noun: string) => say(`access.noun.${noun}.title`, noun),
    nounText: (noun: string) => say(`access.noun.${noun}.text`, ''),
  };
}
