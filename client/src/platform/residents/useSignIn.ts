import { SignInAsResidentDocument } from '../../gql/residents/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { useWrite } from '../../kernel/useWrite.ts';
import { useMailedCode } from '../access/useMailedCode.ts';
import { arrive } from './presence.ts';

/** A resident signs in: an address, then the code that was mailed to it. The first time makes their account. */
export function useSignIn() {
  const client = useApollo();
  const { locale } = useLocale();
  const mailed = useMailedCode('RESIDENT');
  const entry = useWrite(SignInAsResidentDocument, { audience: 'resident' });

  async function enter(code: string): Promise<void> {
    const answer = await entry.run({ input: { email: mailed.address.value, code, locale: locale.value } });
    if (!answer) return;
    arrive(answer.signInAsResident.id);
    // what was read as a stranger is not what they see; whoever asks for it says what went wrong
    await client.resetStore().catch(() => undefined);
  }
  return { mailed, entry, enter };
}
