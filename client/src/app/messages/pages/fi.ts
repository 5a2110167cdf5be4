import { collect } from '../collect.ts';

export default collect(
  import.meta.glob(
    [
      '/src/{features,outbox}/**/locales/fi.json',
      '/src/kernel/locales/pages/fi.json',
      '/src/platform/{access,residents,plan,events,notices,accessibility}/**/locales/fi.json',
    ],
    {
      eager: true,
      import: 'default',
    },
  ),
);
