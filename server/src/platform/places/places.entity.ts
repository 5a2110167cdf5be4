import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { PlaceKind } from '@torilla/schema/places/places';
import { enumOf } from '../../kernel/input.ts';
import { LocalizedText } from '../../kernel/localized.ts';

enumOf('PlaceKind', 'What kind of place a service point is.', PlaceKind);

/** A part of the city, as its residents call it. */
@ObjectType({ simpleResolvers: true, description: 'A part of the city, as its residents call it.' })
@Entity()
export class District {
  [PrimaryKeyProp]?: 'key';
  @Field(() => ID, { description: "The district's stable name." }) @PrimaryKey({ type: 'text' }) key!: string;
  @Field(() => LocalizedText, { description: 'What its residents call it.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => Float, { nullable: true, description: 'Roughly where its middle is, in degrees north (WGS 84); null where that is not known.' })
  @Property({ type: 'double', nullable: true })
  latitude?: number | null;
  @Field(() => Float, { nullable: true, description: 'The same in degrees east.' }) @Property({ type: 'double', nullable: true }) longitude?: number | null;
}

/** A place where the city and its residents meet. */
@ObjectType({ simpleResolvers: true, description: 'A place where the city and its residents meet.' })
@Entity()
export class Place {
  [PrimaryKeyProp]?: 'key';
  @Field(() => ID, { description: "The place's stable name." }) @PrimaryKey({ type: 'text' }) key!: string;
  @Field(() => LocalizedText, { description: 'What the place is called.' }) @Property({ type: 'json' }) name!: LocalizedText;
  @Field(() => PlaceKind, { description: 'What kind of place it is.' }) @Enum({ items: () => PlaceKind, type: 'text' }) kind!: PlaceKind;
  @Field(() => District, { description: 'Where in the city it is.' }) @ManyToOne(() => District, { ref: true }) district!: Ref<District>;
}
