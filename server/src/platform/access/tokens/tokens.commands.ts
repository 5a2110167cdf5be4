import type { MakeApiToken } from '@torilla/schema/access/access';
import { anonymous, type Actor } from '../../../kernel/actor.ts';
import { command } from '../../../kernel/command.ts';
import { allVerbs, may } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problem.ts';
import { hashOf, newSecret } from '../../../kernel/secret.ts';
import { ApiToken } from './token.entity.ts';

const DAY = 24 * 60 * 60_000;
const subject = ({ id }: { id: string }) => ({ type: 'ApiToken', id });

/** What a script may be allowed in somebody's name: what they may do, needs somebody, and is not for them in person. */
export const verbsForTokens = (actor: Actor): string[] => allVerbs().filter((verb) => may({ ...actor, verbs: [verb] }, verb) && !may(anonymous, verb));

/**
 * Makes a token, or gives it another secret, and gives the secret, which nobody sees again.
 * @throws Problem `bad-input` that names the verbs which no script may do for them; `already-exists` for somebody else's id
 */
export const makeApiToken = command('access.token.make', subject, async ({ em, actor, clock }, { id, name, verbs, days }: MakeApiToken) => {
  const possible = new Set(verbsForTokens(actor));
  const impossible = verbs.filter((verb) => !possible.has(verb));
  if (impossible.length) throw new Problem('bad-input', { fields: impossible.map(() => 'verbs: not-allowed') });
  const secret = `torilla_${newSecret()}`;
  const now = clock.now();
  const made = { hash: hashOf(secret), name, verbs: [...new Set(verbs)].sort(), createdAt: now, expiresAt: new Date(now.getTime() + days * DAY) };
  const known = await em.findOne(ApiToken, { id });
  if (known && known.staff.id !== actor.id) throw new Problem('already-exists');
  if (known) em.assign(known, made);
  else em.create(ApiToken, { id, staff: actor.id!, ...made });
  await em.flush();
  return secret;
});

/** Ends one of one's own tokens. @throws Problem `not-found` */
export const endApiToken = command('access.token.end', subject, async ({ em, actor }, { id }: { id: string }) => {
  if (!(await em.nativeDelete(ApiToken, { id, staff: actor.id! }))) throw new Problem('not-found');
  return id;
});
