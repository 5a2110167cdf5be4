import { Eye, Inbox, MessageSquareReply, RotateCcw, Search, Sprout } from '@lucide/vue';
import type { FeedbackState } from '@torilla/schema/feedback/states';
import type { Component } from 'vue';
import type { Tone } from '../../kernel/ui/tone.ts';

/** How each state of a piece of feedback looks: its colour, its icon; its word is `feedback.state.<state>`. */
export const stateLook: Record<FeedbackState, { tone: Tone; icon: Component }> = {
  RECEIVED: { tone: 'neutral', icon: Inbox },
  READ: { tone: 'sea', icon: Eye },
  IN_PROGRESS: { tone: 'sea', icon: Search },
  ANSWERED: { tone: 'moss', icon: MessageSquareReply },
  CHANGED: { tone: 'moss', icon: Sprout },
  REOPENED: { tone: 'ochre', icon: RotateCcw },
};
