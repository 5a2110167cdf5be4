import { computed, inject, onMounted, provide, readonly, ref, shallowRef, type InjectionKey, type Ref } from 'vue';
import { useRouter } from 'vue-router';
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
  const worker = computed<FieldWorker | null>(() => pack.value?.roster.find(({ id }) => id === workerId.value) ?? null);

  const keep = (choice: FieldChoice) => fieldDb.run((db) => db.put('choice', choice, 'now'));
  async function use(next: InstalledPack | null): Promise<void> {
    installed.value = next;
    day.value = next ? await readDay(next.pack.event.id) : emptyDay();
  }
  async function read(): Promise<void> {
    const choice = await fieldDb.run((db) => db.get('choice', 'now'));
    if (!choice?.eventId) return;
    await use(await readPack(choice.eventId));
    workerId.value = choice.workerId;
  }
  let reading: Promise<void> | null = null;
  const ready = () => (reading ??= read().catch((error: unknown) => ((reading = null), Promise.reject(error))));
  // whoever leans on it hears why it failed
  ready().catch(() => undefined);

  return {
    /** Resolves when what the tablet is set to has been read; what failed is read again when asked for again. @throws StorageError */
    ready,
    installed: readonly(installed) as Readonly<Ref<InstalledPack | null>>,
    pack,
    /** What the PINs of those who staff the event are checked with. */
    pins: computed(() => (pack.value?.roster ?? []).flatMap(({ id, pin }) => (pin ? [{ workerId: id, ...pin }] : []))),
    worker,
    day: readonly(day) as Readonly<Ref<DayBook>>,
    /** Sets the tablet to an event; who collects is asked again when they are not among its people. @throws StorageError */
    async goTo(next: InstalledPack): Promise<void> {
      await ready();
      await use(next);
      if (!worker.value) workerId.value = null;
      await keep({ eventId: next.pack.event.id, workerId: workerId.value });
    },
    /** @throws StorageError: then the tablet is still with whom it was */
    async handTo(next: FieldWorker | null): Promise<void> {
      await ready();
      await keep({ eventId: pack.value?.event.id ?? null, workerId: next?.id ?? null });
      workerId.value = next?.id ?? null;
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

/** The tablet, for a page that collects: nothing is collected for nobody at nowhere. One that cannot be read leads to the check that says why. */
export function useCollecting(): Field {
  const field = useField();
  const router = useRouter();
  onMounted(async () => {
    const wrong = await field.ready().then(
      () => (field.worker.value ? null : '/kentta'),
      () => '/kentta/valmius',
    );
    if (wrong) void router.replace(wrong);
  });
  return field;
}
