import type { IdeaWay } from '@torilla/schema/budget/idea';
import type { Id } from '@torilla/schema/kernel/id';
import type { Locale } from '@torilla/schema/kernel/locale';
import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useBusyGuard } from '../../kernel/useBusyGuard.ts';
import type { Captured } from '../../outbox/capture.ts';
import { captureProblemOf, type CaptureProblem } from '../../outbox/captureProblem.ts';
import { useAutosave } from '../../outbox/useAutosave.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { withCityKey } from '../../outbox/withCityKey.ts';

/** An idea while it is written: empty for what is not said. */
export interface IdeaForm {
  title: string;
  words: string;
  categoryId: string;
  district: string;
  place: string;
}
export type IdeaField = keyof IdeaForm;

const empty = (): IdeaForm => ({ title: '', words: '', categoryId: '', district: '', place: '' });
const fields = Object.keys(empty()) as IdeaField[];
const isUntouched = (form: IdeaForm): boolean => fields.every((field) => !form[field].trim());
/** The form of a draft, whatever an older version left there. */
const restored = (draft: unknown): Partial<IdeaForm> => {
  const kept = (draft ?? {}) as Record<string, unknown>;
  return Object.fromEntries(fields.flatMap((field) => (typeof kept[field] === 'string' ? [[field, kept[field]]] : [])));
};

/** The rules of the form, which its first sight does without. */
const loadRules = async () => {
  const [{ proposeIdea }, { newId }] = await Promise.all([import('@torilla/schema/budget/capture'), import('@torilla/schema/kernel/id')]);
  return { proposeIdea, newId };
};

/** Whose form it is. */
interface IdeaContext {
  /** The name of the form's drafts; another form has another. */
  slot: string;
  roundId: () => string;
  language: () => Locale;
  /** How the idea came; a worker who listens says so. */
  way?: () => IdeaWay;
  eventId?: () => Id | null;
  workerId?: () => Id | null;
}
export type IdeaCapture = ReturnType<typeof useIdeaCapture>;

/** A form in which somebody proposes: its draft, its verb, what it came to and what is wrong. It goes through the outbox, so that it is kept where there is no network. */
export function useIdeaCapture({ slot: name, roundId, language, way = () => 'SELF', eventId = () => null, workerId = () => null }: IdeaContext) {
  const { outbox, unavailable } = useOutbox();
  const form = reactive(empty());
  const wrong = ref<ReadonlySet<IdeaField>>(new Set());
  const problem = ref<CaptureProblem | null>(null);
  const busy = ref(false);
  const saved = shallowRef<Captured | null>(null);
  const untouched = computed(() => isUntouched(form));
  useBusyGuard(() => !untouched.value || busy.value);
  // another tab has one of its own
  const slot = async () => (await outbox).claimDraft(name);
  const tell = (error: unknown) => {
    problem.value = captureProblemOf(error);
  };
  let id: Id | null = null;
  /** Minted once for a form: should it be saved twice, it is one idea in two revisions. */
  async function ownId(): Promise<Id> {
    const { newId } = await loadRules();
    return (id ??= newId());
  }
  async function saveDraft(): Promise<void> {
    const [box, own] = await Promise.all([outbox, slot()]);
    await (untouched.value ? box.dropDraft(own) : box.saveDraft(own, { id: await ownId(), form }));
  }
  const autosave = useAutosave(form, () => saveDraft().catch(tell));
  /** Whether what was left unfinished is in the form. Nobody writes in it before, so that old and new words never mix. */
  const opened = ref(false);
  async function restore(): Promise<void> {
    const [box, own] = await Promise.all([outbox, slot()]);
    const draft = (await box.loadDraft(own)) as { id?: Id; form?: unknown } | null;
    if (!draft?.id) return;
    id = draft.id;
    Object.assign(form, restored(draft.form));
  }
  const opening = restore()
    .catch(tell)
    .finally(() => (opened.value = true));

  async function faultsOf(input: object): Promise<ReadonlySet<IdeaField>> {
    const { proposeIdea } = await loadRules();
    return new Set(proposeIdea.input.safeParse(input).error?.issues.map(({ path }) => path[0] as IdeaField));
  }
  const inputOf = ({ title, words, categoryId, district, place }: IdeaForm) => ({
    roundId: roundId(),
    title,
    words,
    categoryId: categoryId || null,
    district: district || null,
    place: place.trim() || null,
    language: language(),
    way: way(),
  });
  // whoever was told what is wrong sees it go as they mend it
  watch(form, async () => {
    if (!wrong.value.size) return;
    const now = await faultsOf(inputOf(form));
    wrong.value = new Set([...wrong.value].filter((field) => now.has(field)));
  });

  /** Saves it. When this answers true, it is on disk; else `wrong` or `problem` say why not, and nothing of the form is lost. */
  async function save(): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await opening;
      const [box, own, { proposeIdea }, mine] = await Promise.all([outbox, slot(), loadRules(), ownId()]);
      const input = inputOf(form);
      wrong.value = await faultsOf(input);
      if (wrong.value.size) return false;
      autosave.forget();
      saved.value = await withCityKey(box, () => box.capture(proposeIdea, input, { id: mine, drafts: [own], eventId: eventId(), workerId: workerId() }));
      id = null;
      Object.assign(form, empty());
      return true;
    } catch (error) {
      tell(error);
      // the autosave that waited was called off for the save that failed
      await saveDraft().catch(tell);
      return false;
    } finally {
      busy.value = false;
    }
  }
  function again(): void {
    saved.value = null;
    wrong.value = new Set();
  }
  return { form, wrong, problem, busy, saved, opened, unavailable, save, again };
}
