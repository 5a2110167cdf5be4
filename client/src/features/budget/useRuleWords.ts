import type { BallotRule } from '@torilla/schema/budget/ballot';
import type { CountRule } from '@torilla/schema/budget/rules';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../kernel/useFormat.ts';
import type { WholeRound } from './useRounds.ts';

/** A round's rules in plain words, sentence by sentence. */
export function useRuleWords() {
  const { t } = useI18n();
  const { euros, number } = useFormat();

  const votersOf = ({ leastAge, mostAge, proofs }: Pick<WholeRound, 'leastAge' | 'mostAge' | 'proofs'>): string[] => {
    const age = leastAge != null && mostAge != null ? 'between' : leastAge != null ? 'from' : mostAge != null ? 'to' : 'any';
    return [t(`budget.voters.${age}`, { least: leastAge ?? '', most: mostAge ?? '' }), ...proofs.map((proof) => t(`budget.proof.${proof}`))];
  };

  const ballotOf = ({ kind, least, most, leastCents, points, mostPoints, changeable }: BallotRule): string[] => [
    t(`budget.ballot.${kind}`, { points: points ?? '' }),
    ...(least != null && least > 1 ? [t('budget.ballot.least', { n: least }, least)] : []),
    ...(most != null ? [t('budget.ballot.most', { n: most }, most)] : []),
    ...(leastCents != null ? [t('budget.ballot.leastCents', { sum: euros(leastCents) })] : []),
    ...(mostPoints != null ? [t('budget.ballot.mostPoints', { n: mostPoints }, mostPoints)] : []),
    t(changeable ? 'budget.ballot.changeable' : 'budget.ballot.final'),
  ];

  const countOf = ({ kind, leastVotes, stopsAtTooExpensive, onePerPlace, completion, comparison }: CountRule): string[] => [
    t(`budget.count.${kind}`),
    ...(kind === 'GREEDY' ? [t(stopsAtTooExpensive ? 'budget.count.stops' : 'budget.count.skips')] : []),
    ...(leastVotes ? [t('budget.count.leastVotes', { n: number(leastVotes) }, leastVotes)] : []),
    ...(onePerPlace ? [t('budget.count.onePerPlace')] : []),
    ...(completion ? [t(`budget.completion.${completion}`)] : []),
    ...(comparison && comparison !== 'NONE' ? [t('budget.count.compared')] : []),
  ];

  const tieOf = ({ tieSteps }: Pick<WholeRound, 'tieSteps'>): string[] => [...tieSteps.map((step) => t(`budget.tie.${step}`)), t('budget.tie.DRAWN')];

  return { votersOf, ballotOf, countOf, tieOf };
}
