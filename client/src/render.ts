import type { Render } from '@torilla/schema/kernel/render';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { renderToString } from 'vue/server-renderer';
import { createTorilla } from './app/torilla.ts';
import type { RenderContext } from './kernel/heading.ts';
import { provideOutbox } from './outbox/useOutbox.ts';

/** See `Render`. */
export const render: Render = async (path, ask) => {
  const { app, apollo, router } = createTorilla({ ask });
  if (!router.resolve(path).meta.rendered) return null;
  // nothing is kept here of anybody's
  provideOutbox(app, () => new Promise(() => {}));
  await router.push(path);
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
