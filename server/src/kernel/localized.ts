import { Field, ObjectType } from 'type-graphql';
import { LocalizedText as schema } from '@torilla/schema/kernel/localized';
import { inputOf } from './input.ts';

/** Text in the city's languages. */
@ObjectType({ simpleResolvers: true, description: "Text in the city's languages. Finnish is always there." })
export class LocalizedText {
  @Field(() => String, { description: 'Finnish.' }) fi!: string;
  @Field(() => String, { nullable: true, description: 'Swedish; null until translated.' }) sv?: string;
  @Field(() => String, { nullable: true, description: 'English; null until translated.' }) en?: string;
}

// the inputs that hold such text find their type by its schema
inputOf('LocalizedTextInput', "Text in the city's languages; Finnish is required.", schema);

/** Whether two texts say the same in each of the city's languages. */
export const sameWords = (one: LocalizedText, other: LocalizedText): boolean => one.fi === other.fi && one.sv === other.sv && one.en === other.en;
