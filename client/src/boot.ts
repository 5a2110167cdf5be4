/*
 * The page's first script. Where the server has rendered what there is to read, the app is fetched once the page stands and
 * started when its reader does something: whoever only reads has a quiet phone, and the first words come sooner. Whoever has
 * been here before has things on this device of which the rendered page knows nothing: then the app starts at once.
 */
const NEXT_TRY_MS = 2000;
const SIGNS = ['pointerdown', 'pointermove', 'scroll', 'keydown', 'focusin', 'click', 'online', 'offline'] as const;

const state = document.getElementById('state')?.textContent ?? null;

async function start(): Promise<void> {
  const app = await import('./main.ts');
  await app.start(state);
}

async function hasBeenHere(): Promise<boolean> {
  try {
    return localStorage.length > 0 || ((await indexedDB.databases?.()) ?? []).length > 0;
  } catch {
    return false; // a browser that keeps nothing has nothing to remember
  }
}

/** Listens for a sign that the app is needed. @returns the same start, for another reason */
function startWhenNeeded(): () => Promise<void> {
  const listening = new AbortController();
  let started = false;
  let pressed: HTMLElement | null = null;
  let filled: { field: HTMLInputElement; text: string } | null = null;
  // links lead on by themselves; a button waits until something listens to it, and what is typed meanwhile is kept
  const press = (event: Event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    event.preventDefault();
    pressed = button;
  };
  const fill = ({ target }: Event) => {
    filled = { field: target as HTMLInputElement, text: (target as HTMLInputElement).value };
  };
  const begin = async (sign?: Partial<PointerEvent>) => {
    // the browser tells where the pointer is, though it has not moved, when the page comes to lie under it
    if (started || (sign?.type === 'pointermove' && !sign.movementX && !sign.movementY)) return;
    started = true;
    try {
      await start();
    } catch (error) {
      reportError(error);
      // most likely there is no network just now: what is rendered stays, and a later sign tries again
      setTimeout(() => (started = false), NEXT_TRY_MS);
      return;
    }
    listening.abort();
    if (filled?.field.isConnected) {
      filled.field.value = filled.text;
      for (const type of ['input', 'change']) filled.field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    if (pressed?.isConnected) pressed.click();
  };
  const heard = { capture: true, signal: listening.signal };
  addEventListener('click', press, heard);
  addEventListener('input', fill, heard);
  for (const sign of SIGNS) addEventListener(sign, begin, heard);
  return begin;
}

if (state === null) void start();
else {
  const begin = startWhenNeeded();
  // reading what is kept waits for the disk, and the page's first sight shall not
  setTimeout(async () => {
    // an address may bring what only the app takes, as a tablet's code; a form that keeps what is written in it takes nothing before; and a page may be unfinished without
    if (location.hash || document.querySelector('form[inert], [data-unfinished]') || (await hasBeenHere())) await begin();
  });
}
