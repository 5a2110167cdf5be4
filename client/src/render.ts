import type { Render } from '@torilla/schema/kernel/render';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { renderToString } from 'vue/server-renderer';
import type { RouteLocation } from 'vue-router';
import { createTorilla } from './app/torilla.ts';
import type { RenderContext } from './kernel/heading.ts';
import { provideOutbox } from './outbox/useOutbox.ts';

/** The pages that are known once somebody enters them. */
const LATER = /^\/oma(\/|$)/;

/** Whether the page is one to be read: an address that asks for more than the page knows is not answered here. */
function isRead({ meta: { rendered }, query }: RouteLocation): boolean {
  const wanted = rendered === true ? [] : rendered;
  return wanted !== undefined && Object.keys(query).length === wanted.length && wanted.every((key) => typeof query[key] === 'string' && query[key] !== '');
}

/** See `Render`. */
export const render: Render = async (path, ask) => {
  const { app, apollo, router } = createTorilla({ ask });
  if (!LATER.test(path) && !isRead(router.resolve(path))) return null;
  // nothing is kept here of anybody's
  provideOutbox(app, () => new Promise(() => {}));
  await router.push(path);
  if (!isRead(router.currentRoute.value)) return null;
  const context: RenderContext & { modules?: Set<string> } = {};
  const errors: unknown[] = [];
  app.config.errorHandler = (error) => void errors.push(error);
  const html = await renderToString(app, context);
  const fault = errors.find((error) => !CombinedGraphQLErrors.is(error));
  if (fault) throw fault;
  // what the city refused to answer it refuses the app as well, which says why
  if (errors.length) return null;
  return { html, title: context.title ?? '', modules: [...(context.modules ?? [])], state: JSON.stringify(apollo.extract()) };
};
