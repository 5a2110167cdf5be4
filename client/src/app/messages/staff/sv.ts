import { collect } from '../collect.ts';

export default collect(import.meta.glob('/src/**/locales/staff/sv.json', { eager: true, import: 'default' }));
