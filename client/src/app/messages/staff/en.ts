import { collect } from '../collect.ts';

export default collect(import.meta.glob('/src/**/locales/staff/en.json', { eager: true, import: 'default' }));
