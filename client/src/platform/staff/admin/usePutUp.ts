import { newId } from '@torilla/schema/kernel/newId';
import { nextTick, ref, shallowRef, type Ref } from 'vue';
import { problemOf, type Problem } from '../../../kernel/problem.ts';
import { problemIn } from '../../../kernel/problemIn.ts';
import { useBusyGuard } from '../../../kernel/useBusyGuard.ts';
import { said, type Words } from '../../../kernel/words.ts';

/** What was chosen to be put up; its id was minted then, so that one that is sent again is the same. */
export interface Chosen {
  id: string;
  blob: Blob;
  /** What it is called to begin with. */
  words: Partial<Words>;
  /** What the city is told of it besides its words. */
  told: Record<string, string>;
}

/** What is put up, and where. */
export interface PutUp<U> {
  /** Where one is sent. */
  pathOf: (id: string) => string;
  /** To what it is put, as the city calls it, and to which one. */
  of: string;
  subjectId: () => string;
  /** Makes ready what was chosen, or says why it cannot be put up. */
  prepare: (file: File) => Promise<Omit<Chosen, 'id'> | U>;
  /** Where the page has its form and the button that leads to it: the focus goes there. */
  section: Readonly<Ref<HTMLElement | null>>;
}

/** Putting up something for everybody, a picture or a file: chosen, given words, sent. */
export function usePutUp<U extends string>({ pathOf, of, subjectId, prepare, section }: PutUp<U>) {
  const chosen = shallowRef<Chosen | null>(null);
  const unfit = ref<U | null>(null);
  const problem = shallowRef<Problem | null>(null);
  const busy = ref(false);
  useBusyGuard(() => busy.value || chosen.value !== null);
  const lead = async (to: string) => {
    await nextTick();
    section.value?.querySelector<HTMLElement>(to)?.focus();
  };

  /** Takes what was chosen in a field, and leads to its words. */
  async function take(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    unfit.value = problem.value = null;
    if (file) {
      busy.value = true;
      const ready = await prepare(file);
      busy.value = false;
      if (typeof ready === 'string') unfit.value = ready;
      else chosen.value = { id: newId(), ...ready };
    }
    // the same file may be chosen again
    input.value = '';
    if (chosen.value) await lead('form input');
  }

  /** @returns whether the city has it */
  async function send(words: Words): Promise<boolean> {
    if (busy.value || !chosen.value) return false;
    const { id, blob, told } = chosen.value;
    busy.value = true;
    problem.value = null;
    try {
      const query = new URLSearchParams({ of, subjectId: subjectId(), ...told, ...said(words) });
      const response = await fetch(`${pathOf(id)}?${query}`, { method: 'PUT', headers: { 'content-type': blob.type }, body: blob });
      if (!response.ok) problem.value = await problemIn(response);
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
    return problem.value === null;
  }

  /** Lets go of what was chosen, and leads back to where another is. */
  function leave(): Promise<void> {
    chosen.value = unfit.value = problem.value = null;
    return lead('.add button');
  }
  return { chosen, unfit, problem, busy, take, send, leave };
}
