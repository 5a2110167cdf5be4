import { z } from 'zod';

/** What a member of staff may do; see the policy of each noun. */
export const staffRoles = ['ADMINISTRATOR', 'OFFICER', 'WORKER', 'VIEWER'] as const;
export const StaffRole = z.enum(staffRoles).enum;
export type StaffRole = keyof typeof StaffRole;

/** Asks for a sign-in code. The answer is the same whether the address is known or not. */
export const RequestSignInCode = z.object({ email: z.email().max(254).toLowerCase().describe('The address at work.') });
export type RequestSignInCode = z.infer<typeof RequestSignInCode>;

/** Signs in with the six digits that came by mail: good for ten minutes and five tries. */
export const SignInWithCode = RequestSignInCode.extend({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe('Six digits.'),
});
export type SignInWithCode = z.infer<typeof SignInWithCode>;
