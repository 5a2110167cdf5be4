import type { Mood } from '@torilla/schema/feedback/feedback';
import type { Tone } from '../../../kernel/ui/tone.ts';

/** The colour beside a mood's face and word. */
export const moodTone: Record<Mood, Tone> = { ANGRY: 'brick', DISAPPOINTED: 'ochre', NEUTRAL: 'neutral', HOPEFUL: 'sea', HAPPY: 'moss' };
