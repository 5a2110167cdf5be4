import { anonymous } from '../kernel/actor.ts';
import type { BrowserSession } from '../kernel/context.ts';
import { openedBy } from '../platform/access/session.ts';
import type { Answer, City } from './city.ts';

/** Somebody's browser, which asks the API and keeps its cookie. */
export interface Visitor {
  readonly secret: string | null;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

export function aVisitor(city: City): Visitor {
  let secret: string | null = null;
  let id: string | null = null;
  const session = (): BrowserSession => ({ secret, id, agent: 'Firefox, Linux', set: (value) => void (secret = value), clear: () => void (secret = null) });
  return {
    get secret() {
      return secret;
    },
    async ask(query, variables) {
      const opened = secret ? await openedBy(city.em(), secret, city.clock, city.app.sessionTimes) : null;
      id = opened?.sessionId ?? null;
      return city.askAs(opened?.actor ?? anonymous, { session: session() })(query, variables);
    },
  };
}

/** The code that was mailed to the address last. */
export const codeTo = (city: City, email: string): string => /\d{6}/.exec(city.mails.find((mail) => mail.to === email)!.text)![0];

/** A browser in which a member of the seeded staff has signed in with a mailed code. */
export async function signedIn(city: City, email: string, visitor = aVisitor(city)): Promise<Visitor> {
  await city.ask('mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }', { input: { email } });
  await visitor.ask('mutation ($input: SignInWithCodeInput!) { signInWithCode(input: $input) { id } }', { input: { email, code: codeTo(city, email) } });
  return visitor;
}
