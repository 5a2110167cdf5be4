import { once } from 'node:events';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { newId } from '@torilla/schema/kernel/id';
import { aCity } from '../testing/city.ts';
import { TestDevice } from '../testing/device.ts';
import { serveMetrics } from './metrics.ts';
import type { MailFailure } from '../kernel/services.ts';
import { smtpMailer } from './smtp.ts';

const city = await aCity();
const { mailer: mailbox } = city.app.services;
afterEach(() => {
  city.app.services.mailer = mailbox;
});

const mail = { to: 'mirja@torilla.example', subject: 'Torilla: 123456', text: 'Kirjautumiskoodisi on 123456. Hyvää päivää, åäö.' };
const patience = { send: [20], post: [20, 20, 200] };
const error = (responseCode: number) => Object.assign(new Error(`<${mail.to}> says no`), { responseCode });

/** A mail server of the test: `answers` are what it says to each recipient in turn, null for yes; no mail is taken before `taking`. */
async function aMailServer({
  answers = [],
  taking = Promise.resolve(),
  host = '127.0.0.1',
  port = 0,
}: { answers?: (number | null)[]; taking?: Promise<void>; host?: string; port?: number } = {}) {
  const received: { from: string; to: string; text: string }[] = [];
  const seen = { recipients: 0, logins: 0 };
  const options: SMTPServerOptions = {
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_, __, done) => {
      seen.logins++;
      done(null, { user: 'torilla' });
    },
    onRcptTo: (_, __, done) => {
      const answer = answers[seen.recipients++];
      done(answer ? error(answer) : null);
    },
    onData: async (stream, session, done) => {
      const text = (await stream.toArray()).join('');
      await taking;
      received.push({ from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', to: session.envelope.rcptTo[0]!.address, text });
      done();
    },
  };
  const server = new SMTPServer(options);
  server.listen(port, host);
  await once(server.server, 'listening');
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return { received, seen, stop, port: (server.server.address() as { port: number }).port };
}

function aMailer(url: string) {
  const failures: MailFailure[] = [];
  const mailer = smtpMailer({ url, from: 'Torilla <torilla@example.fi>' }, (failure) => void failures.push(failure), patience);
  onTestFinished(mailer.close);
  return { mailer, failures };
}
async function counted(result: string): Promise<number> {
  const metrics = await serveMetrics(0);
  const { body } = await metrics.inject('/metrics');
  await metrics.close();
  return Number(new RegExp(`torilla_mails_total\\{result="${result}"\\} (\\d+)`).exec(body)?.[1] ?? 0);
}

test('a mail arrives as it was written, from the city', async () => {
  const { port, received } = await aMailServer();
  const { mailer } = aMailer(`smtp://127.0.0.1:${port}`);
  const before = await counted('sent');
  expect(await mailer.send(mail)).toBe(true);
  expect(received).toMatchObject([{ from: 'torilla@example.fi', to: mail.to }]);
  expect(received[0]!.text).toContain('Subject: Torilla: 123456');
  expect(received[0]!.text).toContain('Hyv=C3=A4=C3=A4 p=C3=A4iv=C3=A4=C3=A4');
  expect(await counted('sent')).toBe(before + 1);
});

test('a server that is busy is asked again, and one that says no for good is not', async () => {
  const busy = await aMailServer({ answers: [451, 451, null] });
  const first = aMailer(`smtp://127.0.0.1:${busy.port}`);
  first.mailer.post(mail);
  await expect.poll(() => busy.received.length).toBe(1);
  expect(busy.seen.recipients).toBe(3);
  expect(first.failures).toEqual([]);

  const final = await aMailServer({ answers: [550] });
  const { mailer, failures } = aMailer(`smtp://127.0.0.1:${final.port}`);
  const before = await counted('failed');
  expect(await mailer.send(mail)).toBe(false);
  expect(final.seen.recipients).toBe(1);
  expect(failures).toEqual([{ code: 'EENVELOPE', responseCode: 550 }]);
  expect(JSON.stringify(failures)).not.toContain('mirja');
  expect(await counted('failed')).toBe(before + 1);
});

test('a server that is away is waited for, a while', async () => {
  const { port, stop } = await aMailServer();
  await stop();
  const { mailer, failures } = aMailer(`smtp://127.0.0.1:${port}`);
  expect(await mailer.send(mail)).toBe(false);
  expect(failures).toMatchObject([{ responseCode: null }]);
  mailer.post(mail);
  await new Promise((resolve) => setTimeout(resolve, 60));
  const { received } = await aMailServer({ port });
  await expect.poll(() => received.length).toBe(1);
});

test('what waits to be tried again is tried at once when the server stops', async () => {
  const { port, received } = await aMailServer({ answers: [451, null] });
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'torilla@example.fi' }, () => undefined, { send: [], post: [60_000] });
  mailer.post(mail);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await mailer.close();
  expect(received).toHaveLength(1);
});

test('a password is not told to a server without TLS', async () => {
  // a host that is not known to be this machine
  const { port, received, seen } = await aMailServer({ host: '127.0.0.2' });
  const { mailer, failures } = aMailer(`smtp://torilla:secret@127.0.0.2:${port}`);
  expect(await mailer.send(mail)).toBe(false);
  expect(seen.logins).toBe(0);
  expect(received).toEqual([]);
  expect(failures).toMatchObject([{ code: 'ETLS' }]);
});

test('an address is not told apart by how long the answer takes: nobody waits for the mail', async () => {
  let take = (): void => undefined;
  const taking = new Promise<void>((resolve) => {
    take = () => resolve();
  });
  const { port, received } = await aMailServer({ taking });
  onTestFinished(() => take());
  city.app.services.mailer = aMailer(`smtp://127.0.0.1:${port}`).mailer;
  const REQUEST = 'mutation ($input: RequestSignInCodeInput!) { requestSignInCode(input: $input) }';
  // the server takes the mail only after the answer: whoever waited for it would wait for ever
  expect((await city.ask(REQUEST, { input: { email: mail.to } })).codes).toEqual([]);
  expect(received).toEqual([]);
  take();
  await expect.poll(() => received.length, { timeout: 5000 }).toBe(1);
});

test('an invitation that could not be mailed is told, and is mailed when it is sent again', async () => {
  const INVITE = 'mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { displayName } }';
  const { port, received } = await aMailServer({ answers: [550, null] });
  city.app.services.mailer = aMailer(`smtp://127.0.0.1:${port}`).mailer;
  const admin = await city.as('hallinta');
  const input = { id: newId(), email: 'uusi@example.fi', displayName: 'Uuno U.', role: 'WORKER' };
  expect((await admin(INVITE, { input })).codes).toEqual(['mail-not-sent']);
  expect((await admin('{ staff { displayName } }')).data!.staff).toContainEqual({ displayName: 'Uuno U.' });
  expect((await admin(INVITE, { input })).data!.inviteStaff).toEqual({ displayName: 'Uuno U.' });
  expect(received).toMatchObject([{ to: 'uusi@example.fi' }]);
});

test('an answer about a barrier counts once its mail has left: until then it waits with the answer in it', async () => {
  const { port, received } = await aMailServer({ answers: [550, null] });
  city.app.services.mailer = aMailer(`smtp://127.0.0.1:${port}`).mailer;
  const report = { id: newId(), words: 'Kartta ei puhu', email: 'aino@example.fi', language: 'fi' };
  await city.ask('mutation ($input: ReportBarrierInput!) { reportBarrier(input: $input) { id } }', { input: report });
  const admin = await city.as('hallinta');
  const ANSWER = 'mutation ($input: AnswerBarrierInput!) { answerBarrier(input: $input) { answer } }';
  const waiting = async () => (await admin('{ barriers { nodes { id answer answeredAt } } }')).data!.barriers.nodes;
  expect((await admin(ANSWER, { input: { id: report.id, answer: 'Nyt puhuu' } })).codes).toEqual(['mail-not-sent']);
  expect(await waiting()).toEqual([{ id: report.id, answer: 'Nyt puhuu', answeredAt: null }]);
  expect((await admin(ANSWER, { input: { id: report.id, answer: 'Nyt se puhuu' } })).codes).toEqual([]);
  expect(await waiting()).toEqual([]);
  expect(received).toMatchObject([{ to: 'aino@example.fi', text: expect.stringContaining('Nyt se puhuu') }]);
  expect((await admin(ANSWER, { input: { id: report.id, answer: 'Vielä kerran' } })).codes).toEqual(['not-held']);
});

test('an answer to a resident stands behind the receipt even when its mail does not leave, and is mailed when it is sent again', async () => {
  const { port, received } = await aMailServer({ answers: [550, null] });
  city.app.services.mailer = aMailer(`smtp://127.0.0.1:${port}`).mailer;
  const tablet = await TestDevice.tablet(city);
  const contact = { name: 'Aino', email: 'aino@example.fi', consent: 'Annan luvan', deleteOn: '2030-01-01' };
  const item = await tablet.seal({ input: { words: 'Penkkejä', channel: 'TALKED', contact } });
  await tablet.push(item);
  const officer = await city.as('antti');
  const ANSWER = 'mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { answers(first: 5) { mail } } }';
  const input = { id: newId(), feedbackId: item.id, words: 'Penkit tulevat.', language: 'fi' };
  expect((await officer(ANSWER, { input })).data!.answerFeedback).toEqual({ answers: [{ mail: 'FAILED' }] });
  const log = (await (await city.as('hallinta'))('{ deliveries { nodes { channel result why } } }')).data!.deliveries.nodes;
  expect(log).toEqual([{ channel: 'MAIL', result: 'REFUSED', why: '550' }]);
  expect((await officer(ANSWER, { input })).data!.answerFeedback).toEqual({ answers: [{ mail: 'SENT' }] });
  expect(received).toMatchObject([{ to: 'aino@example.fi', text: expect.stringContaining('Penkit tulevat.') }]);
});
