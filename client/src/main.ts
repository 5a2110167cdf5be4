import './styles/main.css';
import './kernel/zodSettings.ts';
import { createApp } from 'vue';
import { createApollo } from './app/apollo.ts';
import App from './app/App.vue';
import { createWords } from './app/i18n.ts';
import { keepOffline } from './app/keepOffline.ts';
import { startOutbox } from './app/outbox.ts';
import { createAppRouter } from './app/router.ts';
import { startWorker } from './app/useUpdate.ts';
import { apolloKey } from './kernel/apollo.ts';
import { startTheme } from './kernel/useTheme.ts';

async function start(): Promise<void> {
  startTheme();
  const app = createApp(App);
  const words = createWords();
  await words.install(app);
  startOutbox(app);
  const apollo = createApollo();
  app.use(createAppRouter(words)).provide(apolloKey, apollo).mount('#app');
  startWorker((first) => void keepOffline(apollo, first));
}

// no `await` at the top of the module: the files of words import from this one's chunk, and each would wait for the other
void start();
