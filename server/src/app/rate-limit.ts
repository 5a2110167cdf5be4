import type { ApolloServerPlugin } from '@apollo/server';
import { isIPv6 } from 'node:net';
import { Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Problem } from '../kernel/problem.ts';

const MINUTE = 60_000;
/** Root fields a minute: for one who is signed in, and for an address, behind which a whole school may sit. */
const PERSON = 1200;
const ADDRESS = 6000;
/** Budgets that are remembered; the one that was idle for longest is forgotten first. */
const MOST_KEYS = 50_000;

/** A budget per key that refills evenly: `most` at once, all of it again after `perMs`. Lives in this process. */
export function rateLimiter(clock: Clock): (key: string, most: number, perMs: number) => void {
  const budgets = new Map<string, { left: number; at: number }>();
  return (key, most, perMs) => {
    const now = clock.now().getTime();
    const budget = budgets.get(key) ?? { left: most, at: now };
    const left = Math.min(most, budget.left + (Math.max(0, now - budget.at) / perMs) * most);
    if (left < 1) throw new Problem('too-many-requests', { retryAfterMs: Math.ceil(((1 - left) / most) * perMs) });
    // what was used last stands last
    budgets.delete(key);
    budgets.set(key, { left: left - 1, at: now });
    if (budgets.size > MOST_KEYS) budgets.delete(budgets.keys().next().value!);
  };
}

/**
 * Takes `times` from the budget of whoever asks: of the person who is signed in, else of the address. What devices send has budgets of its own beside it.
 * @throws Problem `too-many-requests`
 */
export function countAsked({ actor, address, services }: Context, times = 1): void {
  for (let n = 0; n < times; n++)
    if (actor.kind === 'staff' || actor.kind === 'resident') services.limit(`asked:${actor.id}`, PERSON, MINUTE);
    else services.limit(`asked:${address}`, ADDRESS, MINUTE);
}

/** What of an address is one household's: all of an IPv4 address, the first half of an IPv6 one, whose second half its holder chooses freely. */
export function networkOf(address: string): string {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 ?? !isIPv6(address)) return v4 ?? address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const groups = address.includes('::') ? [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last] : first;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Counts every root field of an operation beyond the first, which the request itself has paid for: ten aliases cost as much as ten requests. */
export const countRootFields: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue }) => {
      const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
      countAsked(contextValue, rootFields(operation!.selectionSet, fragments) - 1);
    },
  }),
};

const rootFields = ({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): number =>
  selections.reduce((sum, one) => {
    if (one.kind === Kind.FIELD) return sum + 1;
    return sum + rootFields(one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : fragments.get(one.name.value)!.selectionSet, fragments);
  }, 0);
