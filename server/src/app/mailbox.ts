import type { Mailer } from '../kernel/services.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  at: Date;
}

/** The mail of a server that has no mail: the last fifty are kept in memory and shown on the development mailbox page. */
export function developmentMailbox(): Mailer & { readonly mails: readonly Mail[] } {
  const mails: Mail[] = [];
  return {
    mails,
    send: async (mail) => {
      mails.unshift({ ...mail, at: new Date() });
      mails.length = Math.min(mails.length, 50);
    },
  };
}
