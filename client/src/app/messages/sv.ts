import { collect } from './collect.ts';

export default collect(import.meta.glob(['/src/**/locales/sv.json', '/src/**/locales/first/sv.json'], { eager: true, import: 'default' }));
