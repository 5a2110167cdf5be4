import { createApp, defineComponent, effectScope, h } from 'vue';
import { expect, test } from 'vitest';
import { StorageError } from '../kernel/database.ts';
import { aSquare, say, sayMany, soon } from './testing/square.ts';
import { provideOutbox, useOutbox } from './useOutbox.ts';

/** A component that shows its outbox in a few words. */
const Shown = defineComponent({
  setup() {
    const { status, send, sending, outcome, unavailable } = useOutbox();
    return () =>
      unavailable.value
        ? 'ei tallennusta'
        : [
            h('p', `${status.value.unsent} vain täällä, ${status.value.received} perillä`),
            h('button', { onClick: send }, sending.value ? 'lähetetään' : (outcome.value?.fault?.fault ?? 'lähetä')),
          ];
  },
});

test('a component sees counts as they change, and a tap sends', async () => {
  const tab = await (await aSquare()).aTablet().open();
  await sayMany(tab, 2);
  const root = document.createElement('div');
  const app = createApp(Shown);
  provideOutbox(app, async () => tab);
  app.mount(root);
  await soon(() => root.textContent).toBe('2 vain täällä, 0 perillälähetä');
  await say(tab, 'kolmas');
  await soon(() => root.textContent).toContain('3 vain täällä');
  root.querySelector('button')!.click();
  await soon(() => root.textContent).toBe('0 vain täällä, 3 perillälähetä');
  expect(tab.hasUnsent()).toBe(false);
  app.unmount();
});

test('an outbox that cannot be had says so, and the next component tries again', async () => {
  const tab = await (await aSquare()).aTablet().open();
  let loads = 0;
  const app = createApp(defineComponent({ setup: () => () => h('div') }));
  provideOutbox(app, async () => (loads++ ? tab : Promise.reject(new StorageError('storage-unavailable'))));
  const first = app.runWithContext(() => effectScope().run(() => useOutbox())!);
  await expect(first.outbox).rejects.toMatchObject({ code: 'storage-unavailable' });
  await soon(() => first.unavailable.value).not.toBeNull();
  await expect(app.runWithContext(() => effectScope().run(() => useOutbox())!).outbox).resolves.toBe(tab);
});

test('started, it sends after a capture, when the network comes back and when somebody looks', async () => {
  const { aTablet, network } = await aSquare();
  const tab = await aTablet().open();
  const stop = await tab.start();
  await say(tab, 'ensimmäinen');
  await soon(async () => (await tab.counts()).received).toBe(1);
  network.now = () => Promise.reject(new TypeError('offline'));
  await say(tab, 'toinen');
  await soon(async () => (await tab.page()).lines[0]?.attempts).toBeGreaterThan(0);
  network.clear();
  window.dispatchEvent(new Event('online'));
  await soon(async () => (await tab.counts()).received).toBe(2);
  await soon(() => tab.hasUnsent()).toBe(false);
  stop();
  await say(tab, 'kolmas');
  window.dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await tab.counts()).toMatchObject({ received: 2, onlyHere: 1 });
});
