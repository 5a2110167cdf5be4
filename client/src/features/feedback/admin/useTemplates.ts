import { MAX_ANSWER } from '@torilla/schema/feedback/limits';
import { computed } from 'vue';
import {
  AdminAnswerPromisesDocument,
  AdminAnswerTemplatesDocument,
  AdminRemoveAnswerTemplateDocument,
  AdminSaveAnswerTemplateDocument,
  AdminSetAnswerPromiseDocument,
  type TemplateFragment,
} from '../../../gql/feedback/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** Words from which an answer is begun. */
export type Template = TemplateFragment;

/** An answer that goes on with a template's words: what is written already stays. */
export const goOn = (written: string, words: string): string => [written.trim(), words].filter(Boolean).join('\n\n').slice(0, MAX_ANSWER);

/** The templates that one may use: everybody's, and those of one's units. */
export function useTemplates() {
  const { data, ...read } = useRead(AdminAnswerTemplatesDocument, {}, { audience: 'staff' });
  return { templates: computed(() => data.value?.answerTemplates), ...read };
}
const refetch = ['AdminAnswerTemplates'];
export const useSaveTemplate = () => useWrite(AdminSaveAnswerTemplateDocument, { refetch });
export const useRemoveTemplate = () => useWrite(AdminRemoveAnswerTemplateDocument, { refetch });

/** Within how many days the city and its units answer. */
export function usePromises() {
  const { data, ...read } = useRead(AdminAnswerPromisesDocument, {}, { audience: 'staff' });
  return { promises: computed(() => data.value?.answerPromises), ...read };
}
export const useSetPromise = () => useWrite(AdminSetAnswerPromiseDocument, { refetch: ['AdminAnswerPromises'] });
