import type { Audience } from '@torilla/schema/access/access';
import type { SignInRefusal } from '@torilla/schema/access/refusal';
import type { Context } from '../../../kernel/context.ts';
import type { Returned } from './pending.commands.ts';
import type { Claims, Provider } from './provider.ts';

/** What became of whom a provider spoke of: where they go on unless they came from somewhere, or why they are not let in. */
export type Entered = { start: string } | { refused: SignInRefusal };

/**
 * A way in through an identity provider. What is the same for all (the protocol, the pending sign-in, the refusals) is the module's; a door says whose
 * word is asked and what is made of it.
 */
export interface Door {
  audience: Audience;
  provider: Provider;
  /** The path that starts it; the provider sends people back to `<path>/paluu`, which is registered there. */
  path: string;
  /** The page that tells a refusal, `?virhe=<code>`. */
  refusals: string;
  /** Signs them in, in one transaction: who they are here, what they may do, a session of the context's browser. */
  enter(ctx: Context, claims: Claims, returned: Returned): Promise<Entered>;
}
