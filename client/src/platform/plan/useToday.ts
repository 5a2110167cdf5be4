import { ref, type Ref } from 'vue';
import { dayOf } from '../../kernel/format.ts';

/** Today at the city, `2027-05-18`, as it was when the page opened. */
export const useToday = (): Ref<string> => ref(dayOf(new Date()));
