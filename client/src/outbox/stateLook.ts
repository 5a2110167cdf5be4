import { CheckCheck, CircleAlert, LifeBuoy, Send, Tablet } from '@lucide/vue';
import type { Component } from 'vue';
import type { Tone } from '../kernel/ui/tone.ts';
import type { EntryState } from './entry.ts';

/** How each state looks; its words are `outbox.state.<state>`. */
export const stateLook: Record<EntryState, { tone: Tone; icon: Component }> = {
  ONLY_HERE: { tone: 'ochre', icon: Tablet },
  SENDING: { tone: 'sea', icon: Send },
  RECEIVED: { tone: 'moss', icon: CheckCheck },
  WITH_CITY: { tone: 'brick', icon: LifeBuoy },
  NEEDS_HELP: { tone: 'brick', icon: CircleAlert },
};
