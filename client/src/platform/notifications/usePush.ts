import { onMounted, ref, shallowRef } from 'vue';
import { PushKeyDocument } from '../../gql/notifications/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { problemOf, type Problem } from '../../kernel/problem.ts';
import { useLocale } from '../../kernel/useLocale.ts';
import { currentEndpoint, forgetBrowser, nameBrowser, pushAbility, type NamedBrowser, type PushAbility } from './pushBrowser.ts';

/** How it stands with telling this browser: it cannot be, the city tells none, or it is off or on. */
export type PushState = 'LOADING' | Exclude<PushAbility, 'ABLE'> | 'UNAVAILABLE' | 'OFF' | 'ON';

/** Of what a browser is told: an account's affairs, or one receipt's. Each asks the city. */
export interface PushSource {
  isOn(endpoint: string): Promise<boolean>;
  turnOn(browser: NamedBrowser): Promise<unknown>;
  /** @returns whether the browser is still told of something else */
  turnOff(endpoint: string): Promise<boolean>;
}

/** Whether this browser is told, why it cannot be, and one tap to change it. */
export function usePush(source: PushSource) {
  const client = useApollo();
  const { locale } = useLocale();
  const state = ref<PushState>('LOADING');
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  /** The browser's own push service did not answer. */
  const silent = ref(false);
  const endpoint = ref<string | null>(null);

  async function look(): Promise<void> {
    problem.value = null;
    const ability = pushAbility();
    if (ability !== 'ABLE') {
      state.value = ability;
      return;
    }
    try {
      endpoint.value = await currentEndpoint();
      state.value = endpoint.value && (await source.isOn(endpoint.value)) ? 'ON' : (await publicKey()) ? 'OFF' : 'UNAVAILABLE';
    } catch (error) {
      problem.value = problemOf(error);
      state.value = 'OFF';
    }
  }
  const publicKey = async () => (await client.query({ query: PushKeyDocument, context: { audience: 'public' } })).data?.pushKey ?? null;

  async function change(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = null;
    silent.value = false;
    try {
      await work();
    } catch (error) {
      problem.value = problemOf(error);
    } finally {
      busy.value = false;
    }
  }
  const turnOn = () =>
    change(async () => {
      const key = await publicKey();
      if (!key) {
        state.value = 'UNAVAILABLE';
        return;
      }
      const browser = await nameBrowser(key, locale.value).catch(() => {
        silent.value = true;
        return null;
      });
      if (!browser) {
        if (pushAbility() !== 'ABLE') state.value = 'DENIED';
        return;
      }
      await source.turnOn(browser);
      endpoint.value = browser.endpoint;
      state.value = 'ON';
    });
  const turnOff = () =>
    change(async () => {
      if (endpoint.value && !(await source.turnOff(endpoint.value))) await forgetBrowser();
      state.value = 'OFF';
    });

  onMounted(look);
  return { state, busy, problem, silent, endpoint, look, turnOn, turnOff };
}
