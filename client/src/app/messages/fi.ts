import { collect } from './collect.ts';

// a feature's own words come with its pages, as do those of an account; `locales/first/` has what the bar and the front page say of it
export default collect(
  import.meta.glob(
    ['/src/**/locales/fi.json', '/src/**/locales/first/fi.json', '!/src/features/**/locales/fi.json', '!/src/platform/{access,residents}/**/locales/fi.json'],
    { eager: true, import: 'default' },
  ),
);
