import { collect } from './collect.ts';

// a feature's own words come with its pages, as do those of an account and of what is seldom read; `locales/first/` has what the bar and the front page say of it
export default collect(
  import.meta.glob(
    [
      '/src/**/locales/fi.json',
      '/src/**/locales/first/fi.json',
      '!/src/{features,outbox}/**/locales/fi.json',
      '!/src/platform/{access,residents,plan,events,notices,accessibility}/**/locales/fi.json',
    ],
    { eager: true, import: 'default' },
  ),
);
