import { collect } from './collect.ts';

export default collect(import.meta.glob('/src/**/locales/sv.json', { eager: true, import: 'default' }));
