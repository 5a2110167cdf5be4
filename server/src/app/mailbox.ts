import type { Mail, Mailer } from '../kernel/services.ts';

/** A mail as the development mailbox shows it. */
export interface ShownMail extends Mail {
  at: Date;
}

/** The mail of a server that has no mail: the last fifty are kept in memory and shown on the development mailbox page. */
export function developmentMailbox(): Mailer & { readonly mails: readonly ShownMail[] } {
  const mails: ShownMail[] = [];
  const keep = (mail: Mail): void => {
    mails.unshift({ ...mail, at: new Date() });
    mails.length = Math.min(mails.length, 50);
  };
  return {
    mails,
    post: keep,
    send: async (mail) => {
      keep(mail);
      return true;
    },
  };
}
