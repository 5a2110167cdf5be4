import type { PinVerifier } from '@torilla/schema/devices/roster';
import { computed, inject, onMounted, provide, readonly, ref, shallowRef, type InjectionKey, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import type { Enrolment } from '../../outbox/meta.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { changeDay, emptyDay, readDay, type DayBook } from './dayBook.ts';
import { DESK } from './desk.ts';
import type { FieldWorker, InstalledPack } from './fieldPack.ts';
import { fieldDb, type FieldChoice } from './fieldStore.ts';
import { readPack } from './installPack.ts';
import { verifierOf } from './pin.ts';

export type Field = ReturnType<typeof createField>;
export const fieldKey: InjectionKey<Field> = Symbol('field');

/** The tablet in the field: the event it is at, who collects, and what was done today. Everything is read from the tablet itself. */
export function createField(enrolmentOf: () => Promise<Enrolment | null>) {
  const installed: Ref<InstalledPack | null> = shallowRef(null);
  const workerId = ref<string | null>(null);
  const kiosk = ref(false);
  const setHere = shallowRef<ReadonlyMap<string, PinVerifier>>(new Map());
  const day = shallowRef<DayBook>(emptyDay());
  const pack = computed(() => installed.value?.pack ?? null);
  const worker = computed<FieldWorker | null>(() => pack.value?.roster.find(({ id }) => id === workerId.value) ?? null);

  const keep = (choice: FieldChoice) => fieldDb.run((db) => db.put('choice', choice, 'now'));
  async function use(next: InstalledPack | null): Promise<void> {
    installed.value = next;
    day.value = next ? await readDay(next.pack.event.id) : emptyDay();
  }
  async function readRole(): Promise<void> {
    kiosk.value = (await enrolmentOf().catch(() => null))?.role === 'KIOSK';
  }
  async function read(): Promise<void> {
    const kept = fieldDb.run((db) => Promise.all([db.get('choice', 'now'), db.getAllKeys('pins'), db.getAll('pins')]));
    const [[choice, workers, verifiers]] = await Promise.all([kept, readRole()]);
    setHere.value = new Map(workers.map((id, i) => [id, verifiers[i]!]));
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
    /** Whether the tablet is for residents alone. */
    kiosk: readonly(kiosk),
    /** Looks again what the tablet is for, when it was enrolled. */
    readRole,
    /** Where collecting goes on. */
    collecting: computed(() => (kiosk.value ? DESK : '/kentta/tallenna')),
    /** What the PINs of those who staff the event are checked with: the city's, and of those who have none there, what they set here. */
    pins: computed(() =>
      (pack.value?.roster ?? []).flatMap(({ id, pin }) => {
        const verifier = pin ?? setHere.value.get(id);
        return verifier ? [{ workerId: id, ...verifier }] : [];
      }),
    ),
    /** Sets a worker's PIN on this tablet; one that they set at the city takes its place. @throws StorageError */
    async setPin({ id }: FieldWorker, digits: string): Promise<void> {
      const verifier = await verifierOf(digits);
      await fieldDb.run((db) => db.put('pins', verifier, id));
      setHere.value = new Map([...setHere.value, [id, verifier]]);
    },
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
  const { outbox } = useOutbox();
  const field = createField(async () => (await (await outbox).device()).enrolment);
  provide(fieldKey, field);
  return field;
}

/** @throws Error outside of field mode */
export function useField(): Field {
  const field = inject(fieldKey);
  if (!field) throw new Error('No field was provided');
  return field;
}

/** The tablet, for a page that collects: nothing is collected for nobody, but by residents alone. One that cannot be read leads to the check that says why. */
export function useCollecting({ alone = false }: { alone?: boolean } = {}): Field {
  const field = useField();
  const router = useRouter();
  onMounted(async () => {
    const wrong = await field.ready().then(
      () => (field.worker.value || (alone && field.kiosk.value && field.pack.value) ? null : '/kentta'),
      () => '/kentta/valmius',
    );
    if (wrong) void router.replace(wrong);
  });
  return field;
}
