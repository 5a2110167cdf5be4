import type { Actor } from '../../kernel/actor.ts';
import { assertMay } from '../../kernel/policy.ts';

/** Refuses whoever may read no feedback at all: staff read what is theirs to read, residents what is in their account. @throws Problem `unauthenticated`, `forbidden` */
export const assertMayRead = (actor: Actor): void => assertMay(actor, actor.kind === 'resident' ? 'feedback.read.own' : 'feedback.read');
