import './styles/main.css';
import './kernel/zodSettings.ts';
import type { App } from 'vue';
import { featureList } from './app/features.ts';
import { keepOffline } from './app/keepOffline.ts';
import { startOutbox } from './app/outbox.ts';
import { createTorilla } from './app/torilla.ts';
import { startWorker } from './app/useUpdate.ts';
import { deskNow } from './platform/devices/desk.ts';
import { turn } from './kernel/turn.ts';
import { startTheme } from './kernel/useTheme.ts';

async function wakeAll(app: App): Promise<void> {
  for (const { wake } of featureList) {
    if (!wake) continue;
    wake(app);
    await turn();
  }
}

/** Starts the app in a browser, on a page that the server rendered with its state. Resolves when it stands there. @throws when a file of that page cannot be fetched: nothing was begun then */
export async function start(rendered: string | null): Promise<void> {
  // what was fetched has just been set up
  await turn();
  startTheme();
  // a tablet in a resident's hands shows its one page, whatever was rendered
  const state = deskNow() ? null : rendered;
  const { app, words, apollo, router } = createTorilla({ state });
  // what was rendered is Finnish, and is taken over as it stands; another language takes its place
  if (state) await router.isReady();
  else await words.recall();
  startOutbox(app);
  await turn();
  app.mount('#app');
  if (state) void words.recall();
  // after the page: nobody waits for this
  setTimeout(() => void wakeAll(app), 2000);
  startWorker((first) => void keepOffline(apollo, first));
}
