import type { FastifyInstance } from 'fastify';
import { escapeHtml } from './escape.ts';
import type { ShownMail } from './mailbox.ts';

/** The development mailbox: the mail that the demo "sent", at /dev/posti. Never registered in production. */
export function mailboxRoutes(http: FastifyInstance, mails: readonly ShownMail[]): void {
  http.get('/dev/posti', async (_, reply) => {
    const items = mails.map(
      ({ to, subject, text, at }) =>
        `<article><h2>${escapeHtml(subject)}</h2><p>${escapeHtml(to)}, ${at.toLocaleTimeString('fi-FI')}</p><pre>${escapeHtml(text)}</pre></article>`,
    );
    return reply.type('text/html').header('cache-control', 'no-store')
      .send(`<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Torilla: kehityspostilaatikko</title><main><h1>Kehityspostilaatikko</h1>
      <p>Tämä palvelin ei lähetä oikeaa sähköpostia. Viestit näkyvät tässä, uusin ensin. Päivitä sivu, kun odotat koodia.</p>${items.join('') || '<p>Ei viestejä.</p>'}</main></html>`);
  });
}
