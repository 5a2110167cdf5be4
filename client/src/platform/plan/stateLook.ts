import { CalendarClock, Check, CircleAlert, LoaderCircle } from '@lucide/vue';
import type { ActionState } from '@torilla/schema/plan/plan';
import type { Component } from 'vue';
import type { Tone } from '../../kernel/ui/tone.ts';

/** How each state looks: its colour, its icon; its word is `plan.state.<state>`. */
export const stateLook: Record<ActionState, { tone: Tone; icon: Component }> = {
  RUNNING: { tone: 'sea', icon: LoaderCircle },
  DONE: { tone: 'moss', icon: Check },
  PLANNED: { tone: 'ochre', icon: CalendarClock },
  LATE: { tone: 'brick', icon: CircleAlert },
};
