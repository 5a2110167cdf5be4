import { z } from 'zod';
import { parse } from '../../../kernel/input.ts';

const text = z.base64url().min(1).max(20_000);
const credential = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(), z.unknown()).default({}) };
const Registration = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: z.array(z.string().max(20)).max(10).default([]) }),
});
const Authentication = z.object({
  ...credential,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }),
});

/** What a browser answers when it has made a passkey. @throws Problem `bad-input` */
export const registrationOf = (response: unknown): z.output<typeof Registration> => parse(Registration, response);

/** What a browser answers when it has signed with one. @throws Problem `bad-input` */
export const authenticationOf = (response: unknown): z.output<typeof Authentication> => parse(Authentication, response);

/** What was signed, by the browser's word; null when that is no word. */
export function challengeIn({ clientDataJSON }: { clientDataJSON: string }): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
