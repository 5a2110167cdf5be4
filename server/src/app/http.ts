import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { sql } from '../kernel/command.ts';
import { exportRoutes } from '../features/feedback/export/export.route.ts';
import { photoRoutes } from '../features/feedback/photo.route.ts';
import { feedRoutes } from '../platform/events/feed.route.ts';
import { doorRoutes } from '../platform/access/provider/door.route.ts';
import { fileRoutes } from '../platform/files/file.route.ts';
import { pictureRoutes } from '../platform/pictures/picture.route.ts';
import { stopRoutes } from '../platform/notifications/stop.route.ts';
import { attachmentRoutes } from '../platform/inbox/attachments.route.ts';
import { requestContext, type App } from './context.ts';
import { graphiqlRoutes } from './graphiql.ts';
import { apolloServer } from './graphql.ts';
import type { ShownMail } from './mailbox.ts';
import { mailboxRoutes } from './mailbox.route.ts';
import { pageRenderer } from './pages.ts';
import { paths } from './paths.ts';
import { countAsked } from './rate-limit.ts';
import { streamRoutes } from './streams.ts';

const KILOBYTE = 1024;
const BODY_LIMIT = 256 * KILOBYTE;
const PUSH_LIMIT = 1024 * KILOBYTE;

export interface HttpOptions {
  logLevel: string;
  trustProxy: boolean;
  secure: boolean;
  /** Where the log goes, line by line; standard output unless told. */
  log?: { write(line: string): void };
  /** The development mailbox; absent where there is real mail. */
  mails?: readonly ShownMail[];
}

/** Everything that one port serves: the API, attachments, health, and the app itself. */
export async function httpServer(app: App, options: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({
    logger: {
      level: options.logLevel,
      ...(options.log && { stream: options.log }),
      serializers: { req: ({ method, url, id }) => ({ id, method, path: url.split('?')[0] }) },
    }, // no queries, no addresses
    logController: new LogController({ disableRequestLogging: options.logLevel !== 'debug' }),
    trustProxy: options.trustProxy,
    bodyLimit: BODY_LIMIT,
    connectionTimeout: 30_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
  });
  const tilesOrigin = app.services.mapTiles && new URL(app.services.mapTiles.url).origin;
  await http.register(helmet, {
    contentSecurityPolicy: contentPolicy(options.secure, tilesOrigin),
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await http.register(cookie);
  await http.register(compress, { global: true, threshold: 1024 });
  await http.register(etag, { weak: true });

  // what nobody decided about is kept by nobody
  http.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });

  http.get('/healthz', async () => ({ alive: true }));
  http.get('/readyz', async (_, reply) => {
    try {
      await sql(app.orm.em.fork(), 'select 1');
      return { ready: true };
    } catch {
      return reply.code(503).send({ ready: false }); // PostgreSQL is away; it is asked again next time
    }
  });

  const apollo = await apolloServer(http.log, [fastifyApolloDrainPlugin(http)]);
  http.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: PUSH_LIMIT,
    preHandler: async (request, reply) => {
      const { operationName } = (request.body ?? {}) as { operationName?: unknown };
      if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT && operationName !== 'PushCaptures')
        return reply.code(413).send({ errors: [{ message: 'bad-input', extensions: { code: 'bad-input' } }] });
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest, reply: FastifyReply) => {
        const ctx = await requestContext(app)(request, reply);
        countAsked(ctx);
        return ctx;
      },
    }),
  });
  await streamRoutes(http, app);
  attachmentRoutes(http, requestContext(app));
  photoRoutes(http, requestContext(app));
  pictureRoutes(http, requestContext(app));
  fileRoutes(http, requestContext(app));
  feedRoutes(http, requestContext(app));
  stopRoutes(http, requestContext(app));
  exportRoutes(http, requestContext(app));
  for (const door of app.doors) doorRoutes(http, requestContext(app), door);
  graphiqlRoutes(http, app);
  if (options.mails) mailboxRoutes(http, options.mails);
  await serveClient(http, options.secure, tilesOrigin);
  return http;
}

// Everything from here, and maps from where the city says; a page that brings its style along names it by its hash
const contentPolicy = (secure: boolean, tiles: string | null, ...styles: string[]) => ({
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", ...styles],
    imgSrc: ["'self'", 'blob:', 'data:', ...(tiles ? [tiles] : [])],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: secure ? [] : null,
  },
});

// The app: hashed files may be kept for ever, the page and the service worker are asked for anew each time. Who carries no cookie gets
// what there is to read as HTML; for others the page is not alike, and the app draws it.
async function serveClient(http: FastifyInstance, secure: boolean, tiles: string | null): Promise<void> {
  if (!existsSync(paths.client)) return;
  await http.register(files, {
    root: paths.client,
    wildcard: true,
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    etag: true,
    // the build lays a small copy beside each
    preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const render = await pageRenderer(http);
  const sendPage = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-cache').header('vary', 'cookie, accept-encoding');
    const page = request.headers.cookie ? null : await render(request.url);
    if (!page) return reply.sendFile('index.html');
    reply.type('text/html').helmet({ contentSecurityPolicy: contentPolicy(secure, tiles, page.styleHash) });
    return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? reply.header('content-encoding', 'gzip').send(page.gzipped) : reply.send(page.html);
  };
  http.get('/', sendPage);
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/\.[a-z0-9]+$/i.test(request.url.split('?')[0]!) && request.headers.accept?.includes('text/html');
    return isPage ? sendPage(request, reply) : reply.code(404).send({ error: 'not-found' });
  });
}
