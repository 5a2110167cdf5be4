import { collect } from '../collect.ts';

export default collect(import.meta.glob('/src/**/locales/fi.json', { eager: true, import: 'default' }));
