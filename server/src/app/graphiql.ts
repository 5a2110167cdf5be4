import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { App } from './context.ts';
import { requestContext } from './context.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Torilla: GraphiQL</title>
<link rel="stylesheet" href="/hallinta/graphiql/graphiql/graphiql.min.css"><link rel="stylesheet" href="/hallinta/graphiql/page.css">
<div id="graphiql"></div><script src="/hallinta/graphiql/react/umd/react.production.min.js"></script><script src="/hallinta/graphiql/react-dom/umd/react-dom.production.min.js"></script>
<script src="/hallinta/graphiql/graphiql/graphiql.min.js"></script><script src="/hallinta/graphiql/page.js"></script></html>`;
// what stands behind the # is opened as a tab of its own and runs when somebody presses the button; a server and its log never see it
const script = `const fetcher = GraphiQL.createFetcher({ url: '/graphql', headers: { 'apollo-require-preflight': '1' } });
const asked = new URLSearchParams(location.hash.slice(1));
const [query, variables] = ['query', 'variables'].map((name) => asked.get(name) || undefined);
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, query, variables }));
addEventListener('hashchange', () => location.reload());`;

/** GraphiQL from our own port, for staff who are signed in. */
export function graphiqlRoutes(http: FastifyInstance, app: App): void {
  http.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const { actor } = await requestContext(app)(request, reply);
      if (actor.kind !== 'staff') return reply.redirect('/hallinta');
    });
    for (const name of ['graphiql', 'react', 'react-dom'])
      await scope.register(files, { root: folderOf(name), prefix: `/hallinta/graphiql/${name}/`, decorateReply: false });
    // its editor writes styles of its own into the page
    const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";
    scope.get('/hallinta/graphiql', async (_, reply) => reply.header('content-security-policy', policy).type('text/html').send(page));
    scope.get('/hallinta/graphiql/page.js', async (_, reply) => reply.type('text/javascript').send(script));
    scope.get('/hallinta/graphiql/page.css', async (_, reply) => reply.type('text/css').send('html,body,#graphiql{height:100%;margin:0}'));
  });
}
