import { Field, Int, ObjectType } from 'type-graphql';

/** Numbers of a device as a closed range. */
@ObjectType({ description: 'Whole numbers from one to another, both included.' })
export class SequenceRange {
  @Field(() => Int, { description: 'The first.' }) from!: number;
  @Field(() => Int, { description: 'The last.' }) to!: number;
}
