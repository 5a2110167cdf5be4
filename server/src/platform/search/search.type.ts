import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { MAX_PAGE } from '@torilla/schema/kernel/page';
import { LocalizedText } from '../../kernel/localized.ts';
import { PageInfo } from '../../kernel/read/index.ts';
import { DateTime } from '../../kernel/scalars.ts';
import type { Found, Group, Hit, Segment } from '../../kernel/search/index.ts';

@ObjectType({ simpleResolvers: true, description: 'A piece of a text: as it is, or what was looked for. It is text, and never markup.' })
class SearchSegment implements Segment {
  @Field(() => String, { description: 'The piece.' }) text!: string;
  @Field(() => Boolean, { description: 'Whether it is what was looked for.' }) hit!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Something that was found.' })
class SearchHit implements Hit {
  @Field(() => ID, { description: 'What it is, by the name of its group: `measure`.' }) kind!: string;
  @Field(() => ID, { description: 'Its id among those of its kind.' }) id!: string;
  @Field(() => [SearchSegment], { description: 'What it is called; empty where its words stand for it, as in feedback.' }) title!: SearchSegment[];
  @Field(() => [SearchSegment], { description: 'So much of its words that what was looked for is in sight; empty where it has none, or they are hidden.' })
  excerpt!: SearchSegment[];
  @Field(() => String, { description: 'The language of title and excerpt (ISO 639-1), or other.' }) language!: string;
  @Field(() => DateTime, { nullable: true, description: 'When it was said, answered or begun, or begins; null for what has no time of its own.' })
  at!: string | null;
  @Field(() => Float, { description: 'How well it fits: 10 for a number or a code itself, above 0 for the words, below 0 for what is nearly as written.' })
  rank!: number;
  @Field(() => Boolean, { description: 'Whether it is only nearly as written: such is looked for where little has the words.' }) near!: boolean;
  @Field(() => String, { nullable: true, description: 'The path of the page on which everybody reads it, or its resident; null where there is none.' })
  path!: string | null;
  @Field(() => String, { nullable: true, description: 'The path of the page on which staff read it. For staff.' }) staffPath!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What was found of one kind.' })
class SearchGroup implements Group {
  @Field(() => ID, { description: "The kind's stable name." }) kind!: string;
  @Field(() => LocalizedText, { description: 'What such things are called.' }) name!: LocalizedText;
  @Field(() => Int, { description: 'How many were found, of those that you may see; at most 500 are counted.' }) count!: number;
  @Field(() => Boolean, { description: 'Whether there are more than were counted.' }) more!: boolean;
  @Field(() => [SearchHit], { description: 'The five that fit best.' }) best!: SearchHit[];
}

@ObjectType({ simpleResolvers: true, description: 'One thing that was found, beside its place.' })
class SearchEdge {
  @Field(() => String, { description: 'The place of this row, to be sent as `after`.' }) cursor!: string;
  @Field(() => SearchHit, { description: 'What was found.' }) node!: SearchHit;
}

@ObjectType({ simpleResolvers: true, description: `What was found: a page of all kinds, of at most ${MAX_PAGE}, and each kind with its best.` })
export class SearchConnection implements Found {
  @Field(() => [SearchHit], { description: 'What fits best first, then what is newest.' }) nodes!: SearchHit[];
  @Field(() => [SearchEdge], { description: 'The same, each with its cursor.' }) edges!: SearchEdge[];
  @Field(() => PageInfo, { description: 'Where this page stands in the whole.' }) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many were found on all pages, as far as each kind is counted.' }) totalCount!: number;
  @Field(() => [SearchGroup], { description: 'The kinds of which something was found, in a fixed order.' }) groups!: SearchGroup[];
}
