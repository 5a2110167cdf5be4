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
