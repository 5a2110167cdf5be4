import { Angry, Frown, Laugh, Meh, Smile } from '@lucide/vue';
import type { Score } from '@torilla/schema/touchpoints/limits';
import type { Component } from 'vue';

/** The faces from 1 to 5; the word of each is `touchpoints.face.<score>`. */
export const faces: readonly { score: Score; icon: Component }[] = [
  { score: 1, icon: Angry },
  { score: 2, icon: Frown },
  { score: 3, icon: Meh },
  { score: 4, icon: Smile },
  { score: 5, icon: Laugh },
];
