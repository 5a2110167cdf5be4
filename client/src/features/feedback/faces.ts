import { Angry, Frown, Laugh, Meh, Smile } from '@lucide/vue';
import type { Mood } from '@torilla/schema/feedback/feedback';
import type { Component } from 'vue';

/** A face for each mood, from angry to glad; its word is `feedback.mood.<mood>`. */
export const faces: Record<Mood, Component> = { ANGRY: Angry, DISAPPOINTED: Frown, NEUTRAL: Meh, HOPEFUL: Smile, HAPPY: Laugh };
export const moodList = Object.keys(faces) as Mood[];
