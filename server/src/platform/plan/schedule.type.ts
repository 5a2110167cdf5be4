import { Field, Int, ObjectType } from 'type-graphql';
import { Recurrence, ScheduleKind, Season, type Schedule as Shape } from '@torilla/schema/plan/plan';
import { enumOf } from '../../kernel/input.ts';
import { LocalDate } from '../../kernel/scalars.ts';

enumOf('ScheduleKind', 'How an action is timed: always, by a day, every year, or still being prepared.', ScheduleKind);
enumOf('Season', 'A season of the year.', Season);
enumOf('Recurrence', 'How often something recurs.', Recurrence);

/** When an action happens, as the plan says it. */
@ObjectType({ simpleResolvers: true, description: 'When an action happens, as the plan says it.' })
export class Schedule implements Shape {
  @Field(() => ScheduleKind, { description: 'How it is timed; the other fields say more of it.' }) kind!: ScheduleKind;
  @Field(() => LocalDate, { nullable: true, description: 'The last day, for DUE.' }) due?: string;
  @Field(() => Season, { nullable: true, description: 'The season in which it happens or is due.' }) season?: Season;
  @Field(() => Recurrence, { nullable: true, description: 'How often, for CONTINUOUS.' }) every?: Recurrence;
  @Field(() => Int, { nullable: true, description: 'The first year, for YEARLY.' }) first?: number;
  @Field(() => Int, { nullable: true, description: 'The year in which preparation is to start, for IN_PREPARATION.' }) year?: number;
}
