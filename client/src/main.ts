import './styles/main.css';
import { createApp } from 'vue';
import { createApollo } from './app/apollo.ts';
import App from './app/App.vue';
import { createWords } from './app/i18n.ts';
import { createAppRouter } from './app/router.ts';
import { apolloKey } from './kernel/apollo.ts';
import { startTheme } from './kernel/useTheme.ts';

startTheme();
const app = createApp(App);
const words = createWords();
await words.install(app);
app.use(createAppRouter(words)).provide(apolloKey, createApollo()).mount('#app');
