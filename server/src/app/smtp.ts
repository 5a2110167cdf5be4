import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Mail, MailFailure, Mailer } from '../kernel/services.ts';
import { countMail } from './metrics.ts';

/** The city's mail server. */
export interface SmtpSettings {
  /** `smtps://user:password@host`, or `smtp://…`, which turns to TLS where the server offers it, and must where there is a password. */
  url: string;
  /** What stands in From. */
  from: string;
}

/** How long is waited before each further try, in milliseconds: while somebody waits to hear, and while nobody does. */
export interface Patience {
  send: readonly number[];
  post: readonly number[];
}

const usual: Patience = { send: [1000], post: [2000, 10_000, 60_000] };
const SERVER_MS = 10_000;

/** Mails through the city's own mail server. What it refuses for good is not tried again. */
export function smtpMailer({ url, from }: SmtpSettings, failed: (failure: MailFailure) => void, patience = usual): Mailer & { close(): Promise<void> } {
  const { username, hostname } = new URL(url);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    maxRequeues: 0,
    requireTLS: username !== '' && !isLoopback(hostname),
    connectionTimeout: SERVER_MS,
    greetingTimeout: SERVER_MS,
    socketTimeout: SERVER_MS,
  });
  const closing = new AbortController();
  const underWay = new Set<Promise<boolean>>();

  async function deliver(mail: Mail, waits: readonly number[], tell?: (failure: MailFailure) => void): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      try {
        await transport.sendMail({ from, ...mail });
        countMail('sent');
        return true;
      } catch (error) {
        const failure = failureOf(error);
        const pause = waits[tries];
        // a server that was told to stop does not wait between its tries
        if (pause !== undefined && !isFinal(failure)) await wait(pause, null, { signal: closing.signal }).catch(() => undefined);
        else {
          countMail('failed');
          failed(failure);
          tell?.(failure);
          return false;
        }
      }
    }
  }
  function start(mail: Mail, waits: readonly number[], tell?: (failure: MailFailure) => void): Promise<boolean> {
    const delivery = deliver(mail, waits, tell).finally(() => underWay.delete(delivery));
    underWay.add(delivery);
    return delivery;
  }
  return {
    send: (mail, tell) => start(mail, patience.send, tell),
    post: (mail) => void start(mail, patience.post),
    close: async () => {
      closing.abort();
      await Promise.all(underWay);
      transport.close();
    },
  };
}

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

function failureOf(error: unknown): MailFailure {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return { code: typeof code === 'string' ? code : 'unknown', responseCode: typeof responseCode === 'number' ? responseCode : null };
}

// 5xx is for good: an address that is none, a sender who is not let in
const isFinal = ({ responseCode }: MailFailure): boolean => responseCode !== null && responseCode >= 500;
