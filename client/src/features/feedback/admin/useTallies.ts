import { computed } from 'vue';
import { AdminTalliesDocument, AdminTallyCountsDocument, type AdminTalliesQuery } from '../../../gql/feedback/admin/graphql.ts';
import { useRead } from '../../../kernel/useRead.ts';

export type Question = AdminTalliesQuery['tallyQuestions'][number];

/** The questions that are tallied at an event. */
export function useTallies(eventId: () => string) {
  const { data, ...read } = useRead(AdminTalliesDocument, () => ({ eventId: eventId() }), { audience: 'staff' });
  return { questions: computed(() => data.value?.tallyQuestions), ...read };
}

/** How often each answer was tapped, asked again while in sight: tablets send all day. */
export function useTallyCounts(question: () => Question) {
  const { data, ...read } = useRead(AdminTallyCountsDocument, () => ({ questionId: question().id }), { audience: 'staff', pollMs: 15_000 });
  const counts = computed(
    () =>
      data.value &&
      question().options.map(({ key, label }) => ({ key, label, count: data.value!.tallyCounts.find(({ option }) => option === key)?.count ?? 0 })),
  );
  const total = computed(() => (counts.value ?? []).reduce((sum, { count }) => sum + count, 0));
  return { counts, total, ...read };
}
