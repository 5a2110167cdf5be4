import type { SignInRefusal } from '@torilla/schema/access/refusal';

/** Why somebody who came by a provider is not let in. The page that they are sent to says what to do, in their language. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly code: SignInRefusal,
    /** What an operator needs to find the fault: the name of a check, never what the provider said of somebody. */
    readonly check: string = code,
  ) {
    super(code);
  }
}
