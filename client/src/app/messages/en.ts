import { collect } from './collect.ts';

export default collect(import.meta.glob(['/src/**/locales/en.json', '/src/**/locales/first/en.json'], { eager: true, import: 'default' }));
