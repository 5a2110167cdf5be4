import { AdminHideFeedbackDocument, AdminMaskFeedbackDocument, AdminShowFeedbackDocument } from '../../../gql/feedback/admin/graphql.ts';
import { useWrite } from '../../../kernel/useWrite.ts';

/** Covers parts of what a resident said, for good. */
export const useMask = () => useWrite(AdminMaskFeedbackDocument);
/** Hides words from whoever does not open them knowingly, and shows them again. */
export const useHide = () => useWrite(AdminHideFeedbackDocument);
export const useShow = () => useWrite(AdminShowFeedbackDocument);
