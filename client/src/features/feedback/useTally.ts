import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '../../kernel/announcer.ts';
import { useFormat } from '../../kernel/useFormat.ts';
import { usePick } from '../../kernel/useLocale.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { tapKey, tapped, untapped, type Tap } from '../../platform/devices/dayBook.ts';
import { useField } from '../../platform/devices/useField.ts';
import { captureProblemOf, type CaptureProblem } from '../../outbox/captureProblem.ts';

/** The tally of an event on this tablet: each tap a capture of its own, taken back by another. */
export function useTally() {
  const { t } = useI18n();
  const { pick } = usePick();
  const { number } = useFormat();
  const { outbox } = useOutbox();
  const field = useField();
  const problem = ref<CaptureProblem | null>(null);
  const questions = computed(() => field.pack.value?.tallyQuestions ?? []);
  const lastTap = computed(() => field.day.value.last.at(-1) ?? null);
  const countOf = (questionId: string, option: string) => field.day.value.taps[tapKey({ questionId, option })] ?? 0;
  const labelOf = (tap: Pick<Tap, 'questionId' | 'option'>) =>
    questions.value.find(({ id }) => id === tap.questionId)?.options.find(({ key }) => key === tap.option)?.label ?? { fi: tap.option };
  const loadRules = () => import('@torilla/schema/feedback/capture');
  const place = () => ({ eventId: field.pack.value?.event.id ?? null, workerId: field.worker.value?.id ?? null });

  async function tap({ id: questionId }: { id: string }, option: string): Promise<void> {
    problem.value = null;
    try {
      const [box, { tapTally }] = await Promise.all([outbox, loadRules()]);
      const { id } = await box.capture(tapTally, { questionId, option }, place());
      const made: Tap = { id, questionId, option, at: new Date().toISOString() };
      await field.note((day) => tapped(day, made));
      announce(t('feedback.tally.tapped', { answer: pick(labelOf(made)), n: number(countOf(questionId, option)) }));
    } catch (error) {
      problem.value = captureProblemOf(error);
    }
  }

  /** Takes the last tap that stands back; pressed again, the one before it. */
  let undoing = false;
  async function undo(): Promise<void> {
    const last = lastTap.value;
    if (!last || undoing) return;
    undoing = true;
    problem.value = null;
    try {
      const [box, { undoTally }] = await Promise.all([outbox, loadRules()]);
      await box.capture(undoTally, { tapId: last.id, questionId: last.questionId, option: last.option }, place());
      await field.note((day) => untapped(day, last));
      announce(t('feedback.tally.undone', { answer: pick(labelOf(last)) }));
    } catch (error) {
      problem.value = captureProblemOf(error);
    } finally {
      undoing = false;
    }
  }
  return { questions, countOf, lastTap, labelOf, tap, undo, problem };
}
