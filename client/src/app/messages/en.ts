import { collect } from './collect.ts';

export default collect(import.meta.glob('../../**/locales/en.json', { eager: true, import: 'default' }));
