import type { DrainOptions, DrainOutcome } from './drain.ts';
import { backoff, BACKOFF, jittered } from './timing.ts';

/** While another tab sends, how long until this one looks whether something is left, in milliseconds. */
const WHILE_BUSY = 2000;

/** Decides when to send: one run at a time, another right after for what was asked meanwhile, and a timer for what waits or failed. */
export function createSchedule(run: (options: DrainOptions) => Promise<DrainOutcome>, now: () => number, random: () => number) {
  let running: Promise<DrainOutcome> | null = null;
  let waiting: { options: DrainOptions; outcome: Promise<DrainOutcome> } | null = null;
  let failures = 0;
  let watched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let on = false;

  function begin(options: DrainOptions): Promise<DrainOutcome> {
    unplan();
    watched = false;
    running = run(options)
      .then((outcome) => {
        failures = outcome.fault ? failures + 1 : 0;
        const wait = waitAfter(outcome);
        if (outcome.unsent > 0) plan(jittered(Math.min(Math.max(wait, BACKOFF.first), BACKOFF.longest), random));
        // told of it after this run had looked
        else if (watched) plan(jittered(WHILE_BUSY, random));
        return outcome;
      })
      .finally(() => (running = null));
    return running;
  }

  function waitAfter({ busy, fault, nextDueAt }: DrainOutcome): number {
    if (busy) return WHILE_BUSY;
    if (fault) return Math.max(fault.retryAfterMs ?? 0, backoff(failures));
    return nextDueAt === null ? BACKOFF.longest : nextDueAt - now();
  }

  function plan(wait: number): void {
    clearTimeout(timer);
    if (on) timer = setTimeout(() => nudge(), wait);
  }

  function unplan(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  /** Sends now, or right after the run that is on. @throws StorageError */
  function send(options: DrainOptions): Promise<DrainOutcome> {
    if (!running) return begin(options);
    if (waiting) Object.assign(waiting.options, options);
    else {
      const mine = { ...options };
      const outcome = running.then(
        () => ((waiting = null), begin(mine)),
        () => ((waiting = null), begin(mine)),
      );
      waiting = { options: mine, outcome };
    }
    return waiting.outcome;
  }

  /** Once started, sends in the background; when the storage fails, the timer tries again. */
  function nudge(options: DrainOptions = {}): void {
    if (on) send(options).catch(() => plan(BACKOFF.longest));
  }

  return {
    send,
    nudge,
    /** Hope came back (the network, a look at the app): the next failure waits one second again. */
    resetBackoff(): void {
      failures = 0;
    },
    /** Something is unsent: unless a look at it is planned, one is taken soon. */
    watch(): void {
      if (running) watched = true;
      else if (timer === undefined) plan(jittered(WHILE_BUSY, random));
    },
    start(): void {
      on = true;
    },
    stop(): void {
      on = false;
      unplan();
    },
  };
}
