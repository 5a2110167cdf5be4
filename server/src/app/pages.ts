import type { Ask, Render, RenderedPage } from '@torilla/schema/kernel/render';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { escapeHtml } from './escape.ts';
import { paths } from './paths.ts';

/** How long a rendered page is sent again as it is, in milliseconds: many who look at once cost as much as one. */
const KEPT_MS = 10_000;
const KEPT_MOST = 200;

/** A page's HTML with its words in it, and the same gzipped: in one piece, so that a browser draws it once and not as it trickles in. */
export interface Page {
  html: string;
  gzipped: Buffer;
  /** The one style that stands in the page, as a content security policy allows it. */
  styleHash: string;
}

/** Gives the page at a path; null where the app draws the page itself. */
export type PageRenderer = (path: string) => Promise<Page | null>;

/**
 * Renders what there is to read, so that it is there before the app has started, and without it. The pages ask this server's own
 * API, as anybody may. One that cannot be rendered is left to the app, which knows how to say what is wrong, and is logged.
 */
export async function pageRenderer(http: FastifyInstance): Promise<PageRenderer> {
  const template = await readFile(path.join(paths.client, 'index.html'), 'utf8');
  const files = JSON.parse(await readFile(path.join(paths.client, '.vite/ssr-manifest.json'), 'utf8')) as Record<string, string[]>;
  // loaded with the first page: a start does not wait for it
  let loaded: Promise<{ render: Render }> | undefined;
  const render: Render = async (...page) => (await (loaded ??= import(pathToFileURL(paths.render).href) as Promise<{ render: Render }>)).render(...page);
  const ask: Ask = async (url, request) => {
    const { method = 'GET', headers: sent, body: payload } = request ?? {};
    const { statusCode, headers, body } = await http.inject({ url, method, headers: sent, payload } as InjectOptions);
    return new Response(body, { status: statusCode, headers: headers as Record<string, string> });
  };
  const sheetsIn = (html: string) => [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g)].map(([, file]) => file!);
  const packed = async (page: RenderedPage): Promise<Page> => {
    const sheets = [...new Set([...sheetsIn(template), ...page.modules.flatMap((module) => files[module] ?? []).filter((file) => file.endsWith('.css'))])];
    const style = (await Promise.all(sheets.map((file) => readFile(path.join(paths.client, file), 'utf8')))).join('');
    const html = htmlOf(page, template, sheets, style);
    return {
      html,
      gzipped: await promisify(gzip)(html, { level: 9 }),
      styleHash: `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    };
  };
  const kept = new Map<string, { page: Promise<Page | null>; until: number }>();
  return (url) => {
    const now = Date.now();
    const known = kept.get(url);
    if (known && known.until > now) return known.page;
    const page = render(url, ask)
      .then((rendered) => rendered && packed(rendered))
      .catch((error: unknown) => {
        http.log.warn({ err: error }, 'a page could not be rendered');
        return null;
      });
    // the oldest goes
    if (kept.size >= KEPT_MOST) kept.delete(kept.keys().next().value!);
    kept.delete(url);
    kept.set(url, { page, until: now + KEPT_MS });
    return page;
  };
}

function htmlOf({ title, html, state }: RenderedPage, template: string, sheets: string[], style: string): string {
  // the style stands in the page, so that nothing is waited for. The app looks for a sheet by its link before it fetches one
  const links = sheets.map((file) => `<link rel="stylesheet" href="${file}" disabled>`);
  return (
    template
      .replace(/<title>.*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
      .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
      .replace('</head>', () => `<style>${style}</style>${links.join('')}</head>`)
      // the words come first: the app's files are fetched after them, and the fonts when the style names them
      .replaceAll('rel="modulepreload"', 'rel="prefetch" as="script"')
      .replace(/\s*<link rel="preload" as="font"[^>]*>/g, '')
      .replace(
        /<!--[^]*?<div id="app">[^]*?<\/div>/,
        () => `<div id="app">${html}</div>\n    <script type="application/json" id="state">${state.replaceAll('<', '\\u003c')}</script>`,
      )
  );
}
