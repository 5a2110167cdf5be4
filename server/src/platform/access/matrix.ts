import { newId } from '@torilla/schema/kernel/id';
import { Field, ID, ObjectType } from 'type-graphql';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { anonymous } from '../../kernel/actor.ts';
import { enumOf } from '../../kernel/input.ts';
import { allVerbs, may } from '../../kernel/policy.ts';

const actors = ['ANONYMOUS', 'RESIDENT', 'DEVICE', 'VIEWER', 'UNIT_VIEWER', 'WORKER', 'UNIT_OFFICER', 'OFFICER', 'ADMINISTRATOR'] as const;
const PolicyActor = z.enum(actors).enum;
type PolicyActor = keyof typeof PolicyActor;
enumOf('PolicyActor', 'Of whom the policy is asked; those of a unit have their role for one unit alone.', PolicyActor);

@ObjectType({ simpleResolvers: true, description: 'A verb, and who may do it at all; to which things is for each thing to say.' })
export class PolicyVerb {
  @Field(() => ID, { description: 'The verb: feedback.read. What stands before the first dot is its noun.' }) verb!: string;
  @Field(() => [PolicyActor], { description: 'Who may. Nobody: the server alone.' }) actors!: PolicyActor[];
  @Field(() => Boolean, { description: 'Whether a script may do it too, with a token of somebody who may.' }) byScript!: boolean;
}

const staff = (more: Partial<Actor>): Actor => ({ kind: 'staff', id: newId(), roles: [], ...more });
const unit = 'unit';
/** Somebody of each kind. */
const examples: Record<PolicyActor, Actor> = {
  ANONYMOUS: anonymous,
  RESIDENT: { kind: 'resident', id: newId(), roles: [] },
  DEVICE: { kind: 'device', id: newId(), roles: [] },
  VIEWER: staff({ roles: ['VIEWER'] }),
  UNIT_VIEWER: staff({ unitRoles: [{ role: 'VIEWER', unit }] }),
  WORKER: staff({ roles: ['WORKER'] }),
  UNIT_OFFICER: staff({ unitRoles: [{ role: 'OFFICER', unit }] }),
  OFFICER: staff({ roles: ['OFFICER'] }),
  ADMINISTRATOR: staff({ roles: ['ADMINISTRATOR'] }),
};

/** The policy as it is in force: every verb, asked of somebody of each kind. */
export const policyMatrix = (): PolicyVerb[] =>
  allVerbs().map((verb) => {
    const those = actors.filter((name) => may(examples[name], verb));
    return { verb, actors: those, byScript: those.some((name) => examples[name].kind === 'staff' && may({ ...examples[name], verbs: [verb] }, verb)) };
  });
