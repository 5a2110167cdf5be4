import 'fake-indexeddb/auto';
import type { Locale } from '@torilla/schema/kernel/locale';
import { createApp, ref, type App } from 'vue';
import { createI18n } from 'vue-i18n';
import { localeKey } from '../../../kernel/useLocale.ts';
import { aSquare, type Tab } from '../../../outbox/testing/square.ts';
import { provideOutbox } from '../../../outbox/useOutbox.ts';

/** A page of an app with an outbox, for a composable that wants one around it. `leave` closes the page. */
export function onAPage<R>(outbox: Pick<Tab, 'capture'>, work: () => R, around: (app: App) => void = () => undefined): { result: R; leave: () => void } {
  const kept: { result?: R } = {};
  const app = createApp({
    setup() {
      kept.result = work();
      return () => null;
    },
  });
  app.use(createI18n({ legacy: false, locale: 'fi', missingWarn: false, fallbackWarn: false, messages: { fi: {} } }));
  app.provide(localeKey, { locale: ref<Locale>('fi'), setLocale: () => Promise.resolve() });
  provideOutbox(app, async () => outbox as Tab);
  around(app);
  app.mount(document.createElement('div'));
  return { result: kept.result!, leave: () => app.unmount() };
}

/** A tablet at a square, and what the city has of it, opened. */
export async function aTabletAtTheSquare() {
  const square = await aSquare();
  const tab = await square.aTablet().open();
  /** What the city received, in order. */
  const arrived = async () => {
    await tab.drain();
    return Promise.all(
      [...square.inbox.rows.values()].map(async ({ id, revision, sealed }) => {
        const { payload } = await square.city.open(sealed);
        return { id, revision, operation: payload.operation, input: payload.input as Record<string, unknown> };
      }),
    );
  };
  return { ...square, tab, arrived };
}
