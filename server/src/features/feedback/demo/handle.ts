import type { FeedbackState } from '@torilla/schema/feedback/states';
import type { Dice } from '../../../kernel/dice.ts';

/** What the city did with a piece of feedback: each step on its day. */
export interface Handled {
  state: FeedbackState;
  steps: { state: FeedbackState; at: Date; words: string | null }[];
}

const HOUR = 3_600_000;
const complaints = [
  'Ei tämä vielä auttanut.',
  'Milloin se siis tapahtuu?',
  'Kävin katsomassa, mikään ei ole muuttunut.',
  'Kiitos, mutta kysyin toista asiaa.',
  'Sama vika tuli takaisin.',
];

/** How often what was said so many days ago has been answered: whoever wishes for it nearly always in time, others now and then. */
function answered(wishes: boolean, days: number): number {
  if (!wishes) return 0.24;
  return days > 14 ? 0.992 : days > 7 ? 0.6 : 0.2;
}

/** How far a city with much to do comes with something that was said so many days ago. */
export function handle(dice: Dice, receivedAt: Date, now: Date, wishes: boolean): Handled {
  const days = (now.getTime() - receivedAt.getTime()) / (24 * HOUR);
  let at = receivedAt.getTime();
  const steps: Handled['steps'] = [];
  const go = (state: FeedbackState, most: number, words: string | null = null): void => {
    at = Math.min(at + (2 + dice.upTo(most)) * HOUR, now.getTime());
    steps.push({ state, at: new Date(at), words });
  };
  const end = (): Handled => ({ state: steps.at(-1)?.state ?? 'RECEIVED', steps });
  if (dice.chance(days > 14 ? (wishes ? 0.004 : 0.05) : days > 3 ? 0.2 : 0.75)) return end();
  go('READ', 60);
  if (!dice.chance(answered(wishes, days))) {
    if (dice.chance(0.5)) go('IN_PROGRESS', 72);
    return end();
  }
  if (dice.chance(0.4)) go('IN_PROGRESS', 72);
  go('ANSWERED', 300);
  if (dice.chance(0.13)) go('CHANGED', 900);
  if (dice.chance(0.03)) go('REOPENED', 100, dice.oneOf(complaints));
  return end();
}
