import type { GiveFeedback } from '@torilla/schema/feedback/feedback';
import type { Id } from '@torilla/schema/kernel/id';
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useBusyGuard } from '../../kernel/useBusyGuard.ts';
import type { Captured } from '../../outbox/capture.ts';
import { LAST } from '../../outbox/drafts.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { withCityKey } from '../../outbox/withCityKey.ts';
import { captureProblemOf, type CaptureProblem } from '../../outbox/captureProblem.ts';
import { keepPhotos, photosIn } from './draftPhotos.ts';
import { emptyFeedback, fromInput, isUntouched, restored, toInput, type Consent, type FeedbackState } from './feedbackState.ts';
import { errorsOf, stillWrong, type FeedbackErrors } from './formErrors.ts';
import { useAutosave } from '../../outbox/useAutosave.ts';
import { usePhotos } from './usePhotos.ts';
import { useReopen } from './useReopen.ts';

/** Whose form it is. */
export interface CaptureContext {
  /** The name of the form's drafts; another form has another. */
  slot: string;
  eventId: () => Id | null;
  workerId: () => Id | null;
  /** How the words come, and in which language, until somebody says otherwise. */
  begin: Pick<FeedbackState, 'channel' | 'language'>;
}

/** A capture that was just saved on this device. */
export type Saved = Captured & { at: string };
export type FeedbackCapture = ReturnType<typeof useFeedbackCapture>;

/** The rules of the form, which its first sight does without. */
const loadRules = async () => {
  const [{ giveFeedback }, { newId }] = await Promise.all([import('@torilla/schema/feedback/capture'), import('@torilla/schema/kernel/id')]);
  return { giveFeedback, newId };
};

/** A form of feedback: its draft, its verb, what it came to and what is wrong. */
export function useFeedbackCapture(context: CaptureContext) {
  const { outbox } = useOutbox();
  const form = reactive(emptyFeedback(context.begin));
  const photos = usePhotos(form);
  const reopen = useReopen(outbox, 'feedback.give');
  const errors = ref<FeedbackErrors>({});
  const problem = ref<CaptureProblem | null>(null);
  const busy = ref(false);
  const saved = shallowRef<Saved | null>(null);
  const untouched = computed(() => isUntouched(form) && photos.taken.value.length === 0);
  /** Its own in each tab: two tabs that write at once never write in one draft, or under one id. */
  const ownSlots = async () => {
    const words = await (await outbox).claimDraft(context.slot);
    return { words, photos: `${words}/photos` };
  };
  const id = ref<Id | null>(null);
  /** Minted once for a form: sent twice, it is one capture in two revisions. */
  async function ownId(): Promise<Id> {
    const { newId } = await loadRules();
    return (id.value ??= newId());
  }
  useBusyGuard(() => !untouched.value || busy.value);

  const tell = (error: unknown) => {
    problem.value = captureProblemOf(error);
  };
  async function saveWords(): Promise<void> {
    const [box, slots] = await Promise.all([outbox, ownSlots()]);
    if (untouched.value) return box.dropDraft(slots.words);
    reopen.over();
    await box.saveDraft(slots.words, { id: await ownId(), form });
  }
  async function savePhotos(): Promise<void> {
    const [box, slots] = await Promise.all([outbox, ownSlots()]);
    await (photos.taken.value.length ? box.saveDraft(slots.photos, keepPhotos(await ownId(), photos.taken.value)) : box.dropDraft(slots.photos));
  }
  const wordsDraft = useAutosave(form, () => saveWords().catch(tell));
  const photosDraft = useAutosave(photos.taken, () => savePhotos().catch(tell));

  /** The form as it stood when it was left. */
  async function restore(): Promise<void> {
    const [box, slots] = await Promise.all([outbox, ownSlots()]);
    const draft = (await box.loadDraft(slots.words)) as { id?: Id; form?: unknown } | null;
    const kept = draft?.id ? photosIn(await box.loadDraft(slots.photos), draft.id) : [];
    if (draft?.id) {
      id.value = draft.id;
      Object.assign(form, restored(draft.form, emptyFeedback(context.begin)));
      photos.taken.value = kept;
    } else if (await reopen.last()) reopen.begin();
  }
  /** Whether what was left unfinished is in the form, if anything was. Nobody writes in it before, so that old and new words never mix. */
  const opened = ref(false);
  const opening = restore()
    .catch(tell)
    .finally(() => (opened.value = true));

  function empty(): void {
    wordsDraft.forget();
    photosDraft.forget();
    // the next one at the same table most likely speaks the same language
    Object.assign(form, emptyFeedback({ channel: form.channel, language: form.language }));
    photos.clear();
    id.value = null;
    errors.value = {};
    problem.value = null;
  }

  /** Whoever was told what is wrong sees it go as they mend it. */
  let consented: Consent | null = null;
  watch(form, async () => {
    if (!consented || !Object.keys(errors.value).length) return;
    const { giveFeedback } = await loadRules();
    errors.value = stillWrong(errors.value, errorsOf(giveFeedback.input.safeParse(toInput(form, consented)).error));
  });

  /** Saves it. When this answers something, it is on disk; else `errors` or `problem` say why not, and nothing of the form is lost. */
  async function save(consent: Consent): Promise<Saved | null> {
    if (busy.value) return null;
    busy.value = true;
    consented = consent;
    errors.value = {};
    problem.value = null;
    try {
      await opening;
      const [box, slots, { giveFeedback }, mine] = await Promise.all([outbox, ownSlots(), loadRules(), ownId()]);
      wordsDraft.forget();
      photosDraft.forget();
      const captured = await withCityKey(box, () =>
        box.capture(giveFeedback, toInput(form, consent), {
          eventId: context.eventId(),
          workerId: context.workerId(),
          id: mine,
          drafts: [slots.words, slots.photos],
          photos: photos.taken.value,
        }),
      );
      saved.value = { ...captured, at: new Date().toISOString() };
      empty();
      reopen.begin();
      return saved.value;
    } catch (error) {
      errors.value = errorsOf(error) ?? {};
      if (!errorsOf(error)) tell(error);
      // the autosave that waited was called off for the save that failed
      await Promise.all([saveWords(), savePhotos()]).catch(tell);
      return null;
    } finally {
      busy.value = false;
    }
  }

  /** Throws away what is in the form. Ask first. */
  async function clear(): Promise<void> {
    await opening;
    empty();
    const [box, slots] = await Promise.all([outbox, ownSlots()]);
    await Promise.all([box.dropDraft(slots.words), box.dropDraft(slots.photos)]).catch(tell);
  }

  /** Opens the last capture again, to be corrected. @returns whether it could be */
  async function correctLast(): Promise<boolean> {
    await opening;
    const last = untouched.value ? await reopen.last() : null;
    reopen.over();
    // the last of another tab is not the one whose receipt is shown here
    if (!last || (saved.value && saved.value.id !== last.id)) return false;
    id.value = last.id;
    Object.assign(form, fromInput(last.input as GiveFeedback, emptyFeedback(context.begin)));
    return true;
  }

  /** Gives up the chance to correct the last: from now on nobody can read it here. */
  async function forgetLast(): Promise<void> {
    reopen.over();
    await (await outbox).dropDraft(LAST).catch(tell);
  }

  return {
    form,
    photos,
    errors,
    problem,
    busy,
    saved,
    untouched,
    id,
    canCorrect: reopen.possible,
    opening,
    opened,
    save,
    clear,
    correctLast,
    forgetLast,
    outbox,
  };
}
