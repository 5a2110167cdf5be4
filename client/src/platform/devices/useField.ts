import { computed, inject, provide, readonly, ref, shallowRef, type InjectionKey, type Ref } from 'vue';
import { changeDay, emptyDay, readDay, type DayBook } from './dayBook.ts';
import type { FieldWorker, InstalledPack } from './fieldPack.ts';
import { fieldDb, type FieldChoice } from './fieldStore.ts';
import { readPack } from './installPack.ts';

export type Field = ReturnType<typeof createField>;
export const fieldKey: InjectionKey<Field> = Symbol('field');

/** The tablet in the field: the event it is at, who collects, and what was done today. Everything is read from the tablet itself. */
export function createField() {
  const installed: Ref<InstalledPack | null> = shallowRef(null);
  const workerId = ref<string | null>(null);
  const day = shallowRef<DayBook>(emptyDay());
  const pack = computed(() => installed.value?.pack ?? null);
  const worker = computed<FieldWorker | null>(() => pack.value?.event.staffing.find(({ id }) => id === workerId.value) ?? null);

  async function keep(): Promise<void> {
    const choice: FieldChoice = { eventId: pack.value?.event.id ?? null, workerId: workerId.value };
    await (await fieldDb()).put('choice', choice, 'now');
  }
  async function use(next: InstalledPack | null): Promise<void> {
    installed.value = next;
    day.value = next ? await readDay(next.pack.event.id) : emptyDay();
  }
  const ready = (async () => {
    const choice = await (await fieldDb()).get('choice', 'now');
    if (!choice?.eventId) return;
    await use(await readPack(choice.eventId));
    workerId.value = choice.workerId;
  })().catch(() => undefined);

  return {
    /** Resolves when what the tablet is set to has been read. */
    ready,
    installed: readonly(installed) as Readonly<Ref<InstalledPack | null>>,
    pack,
    worker,
    day: readonly(day) as Readonly<Ref<DayBook>>,
    /** Sets the tablet to an event; who collects is asked again when they are not among its people. */
    async goTo(next: InstalledPack): Promise<void> {
      await ready;
      await use(next);
      if (!worker.value) workerId.value = null;
      await keep();
    },
    async handTo(next: FieldWorker | null): Promise<void> {
      await ready;
      workerId.value = next?.id ?? null;
      await keep();
    },
    /** Notes something of today. A count that cannot be kept must not stop anybody from collecting. */
    async note(change: (day: DayBook) => DayBook): Promise<void> {
      if (!pack.value) return;
      day.value = change(day.value);
      await changeDay(pack.value.event.id, change).then(
        (kept) => (day.value = kept),
        () => undefined,
      );
    },
  };
}

/** Gives the pages of field mode their tablet. */
export function provideField(): Field {
  const field = createField();
  provide(fieldKey, field);
  return field;
}

/** @throws Error outside of field mode */
export function useField(): Field {
  const field = inject(fieldKey);
  if (!field) throw new Error('No field was provided');
  return field;
}
