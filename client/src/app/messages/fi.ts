import { collect } from './collect.ts';

// what the bar and the front page say; the rest comes with the pages
export default collect(import.meta.glob('/src/**/locales/first/fi.json', { eager: true, import: 'default' }));
