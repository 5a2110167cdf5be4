import { collect } from '../collect.ts';

export default collect(
  import.meta.glob(['/src/features/**/locales/fi.json', '/src/kernel/locales/pages/fi.json', '/src/platform/{access,residents}/**/locales/fi.json'], {
    eager: true,
    import: 'default',
  }),
);
