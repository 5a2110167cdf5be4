import type { EraseAccount, WordsFate } from '@torilla/schema/residents/data';
import type { RetentionGround } from '@torilla/schema/retention/retention';
import { command, rehearse, sql } from '../../kernel/command.ts';
import type { Context } from '../../kernel/context.ts';
import type { Fate, Held } from '../../kernel/personal.ts';
import { assertMay } from '../../kernel/policy.ts';

const VERB = 'residents.account.erase';

/** A class of what is held, with what its rule of retention says of it. */
export interface HeldByRule extends Held {
  ground: RetentionGround;
  days: number | null;
}
/** What becomes of a class, and on which ground what stays does so. */
export interface FateByRule extends Fate {
  ground: RetentionGround | null;
}

/** What several nouns say of one class, as one. */
function together<Said extends { class: string }>(said: readonly Said[], add: (one: Said, more: Said) => Said): Said[] {
  const classes = new Map<string, Said>();
  for (const one of said) {
    const known = classes.get(one.class);
    classes.set(one.class, known ? add(known, one) : one);
  }
  return [...classes.values()];
}

function ruleOf({ services }: Context, held: string) {
  const rule = services.retention.find(({ key }) => key === held);
  if (!rule) throw new Error(`No rule of retention is named ${held}`);
  return rule;
}

/** Everything that is held of the resident who asks, by class, from every noun. */
export async function exportMine(ctx: Context): Promise<HeldByRule[]> {
  assertMay(ctx.actor, 'residents.data.read');
  const held: Held[] = [];
  for (const noun of ctx.services.personal.toReversed()) held.push(...(await noun.export(ctx, ctx.actor.id!)));
  return together(held, (one, { records }) => ({ ...one, records: [...one.records, ...records] }))
    .filter(({ records }) => records.length > 0)
    .map((one) => ({ ...one, ground: ruleOf(ctx, one.class).ground, days: ruleOf(ctx, one.class).days }));
}

/** Lets all that is held of a resident go, the account last. @returns what became of each class */
async function eraseAll(ctx: Context, residentId: string, words: WordsFate): Promise<FateByRule[]> {
  // a claim or a sign-in that is under way comes before or after, and not between
  await sql(ctx.em, 'select from resident where id = $1 for update', [residentId]);
  const fates: Fate[] = [];
  for (const noun of ctx.services.personal) fates.push(...(await noun.erase(ctx, residentId, words)));
  return together(fates, (one, { goes, stays }) => ({ ...one, goes: one.goes + goes, stays: one.stays + stays }))
    .filter(({ goes, stays }) => goes + stays > 0)
    .map((one) => ({ ...one, ground: one.stays ? ruleOf(ctx, one.class).ground : null }));
}

const erase = command(
  VERB,
  ({ id }: { id: string; words: WordsFate }) => ({ type: 'Resident', id }),
  (ctx, { id, words }) => eraseAll(ctx, id, words),
);

/** Erases the account of the resident who asks and what is held of them, and signs them out everywhere; with `dryRun` it shows what that would come to. */
export async function eraseAccount(ctx: Context, { words, dryRun }: EraseAccount): Promise<FateByRule[]> {
  assertMay(ctx.actor, VERB);
  const id = ctx.actor.id!;
  if (dryRun) return rehearse(ctx, (within) => eraseAll(within, id, words));
  const [account] = await sql<{ email: string | null }>(ctx.em, 'select email from resident where id = $1', [id]);
  const fates = await erase(ctx, { id, words });
  ctx.session?.clear();
  if (account?.email)
    ctx.services.mailer.post({
      to: account.email,
      subject: 'Torilla: tilisi on poistettu · ditt konto har raderats · your account is erased',
      text: 'Torilla-tilisi ja sen tiedot on poistettu pyynnöstäsi. Jos et pyytänyt sitä itse, ota yhteyttä kaupunkiin.\nDitt Torilla-konto och dess uppgifter har raderats på din begäran. Om det inte var du, kontakta staden.\nYour Torilla account and its data have been erased as you asked. If it was not you, contact the city.',
    });
  return fates;
}
