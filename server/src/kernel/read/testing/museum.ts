// A small world with every kind of relation, for the tests of the read path.
import 'reflect-metadata';
import { Collection, type Opt, type Ref } from '@mikro-orm/core';
import { Entity, ManyToMany, ManyToOne, OneToMany, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, FieldResolver, Float, ID, Int, ObjectType, registerEnumType, Resolver, Root } from 'type-graphql';
import { LocalizedText } from '../../localized.ts';
import { DateTime, Json, LocalDate } from '../../scalars.ts';
import { Aggregate, connectionOf, type Connection, Needs, Rows, sql, visible } from '../index.ts';

export const Kind = { PAINTING: 'PAINTING', SCULPTURE: 'SCULPTURE', PHOTOGRAPH: 'PHOTOGRAPH' } as const;
registerEnumType(Kind, { name: 'Kind' });

/** A value object: it has no table, its JSON is a column's. */
@ObjectType({ simpleResolvers: true })
export class Opening {
  @Field(() => String) day!: string;
  @Field(() => Int) from!: number;
  @Field(() => Int, { nullable: true }) to?: number;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Museum {
  @Field(() => ID) @PrimaryKey({ type: 'text' }) key!: string;
  @Field(() => LocalizedText) @Property({ type: 'json', columnType: 'jsonb' }) name!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true }) @Property({ type: 'json', columnType: 'jsonb', nullable: true }) motto?: LocalizedText;
  @Field(() => [Opening]) @Property({ type: 'json', columnType: 'jsonb' }) openings!: Opening[];
  @Field(() => Json, { nullable: true }) @Property({ type: 'json', columnType: 'jsonb', nullable: true }) extra?: unknown;
  @Field(() => [String]) @Property({ type: 'array', columnType: 'text[]' }) keywords!: string[];
  @Field(() => LocalDate) @Property({ type: 'date' }) founded!: string;
  @Rows(() => Room, { floor: 'asc' }) @OneToMany(() => Room, (room) => room.museum) rooms = new Collection<Room>(this);
  @Field(() => Int) @Aggregate('rooms', () => sql`count(*)`) roomCount!: number & Opt;
  @Field(() => Int) @Aggregate('rooms', () => sql`count(*)`, { where: { floor: { $gt: 1 } } }) upperRoomCount!: number & Opt;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Room {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text' }) name!: string;
  @Field(() => Int) @Property({ type: 'integer' }) floor!: number;
  @Field(() => Boolean) @Property({ type: 'boolean' }) open!: boolean;
  @Field(() => Museum) @ManyToOne(() => Museum, { ref: true }) museum!: Ref<Museum>;
  @Rows(() => Exhibit, { valueCents: 'desc', title: 'asc' }) @OneToMany(() => Exhibit, (exhibit) => exhibit.room) exhibits = new Collection<Exhibit>(this);
  @Field(() => Int) @Aggregate('exhibits', () => sql`count(*)`) exhibitCount!: number & Opt;
  @Field(() => Int, { nullable: true }) @Aggregate('exhibits', (column) => sql`sum(${column('valueCents')})`) valueCents?: number & Opt;
  @Field(() => DateTime, { nullable: true }) @Aggregate('exhibits', (column) => sql`max(${column('acquiredAt')})`) lastAcquiredAt?: Date & Opt;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Artist {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text' }) name!: string;
  @Property({ type: 'boolean' }) published!: boolean;
  @Property({ type: 'uuid', nullable: true }) account?: string;
  @Field(() => Artist, { nullable: true }) @ManyToOne(() => Artist, { ref: true, nullable: true }) mentor?: Ref<Artist>;
  @Rows(() => Artist, { name: 'asc' }) @OneToMany(() => Artist, (artist) => artist.mentor) pupils = new Collection<Artist>(this);
  @Rows(() => Exhibit, { title: 'asc' }) @OneToMany(() => Exhibit, (exhibit) => exhibit.artist) works = new Collection<Exhibit>(this);
  @Rows(() => Tag, { key: 'desc' }) @ManyToMany(() => Tag) styles = new Collection<Tag>(this);
  @Field(() => Int) @Aggregate('works', () => sql`count(*)`) workCount!: number & Opt;
  @Field(() => Float, { nullable: true }) @Aggregate('works', (column) => sql`avg(${column('valueCents')})`) averageCents?: number & Opt;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Exhibit {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  @Field(() => Kind) @Property({ type: 'text' }) kind!: keyof typeof Kind;
  @Field(() => Int) @Property({ type: 'integer' }) valueCents!: number;
  @Field(() => String, { nullable: true }) @Property({ type: 'bigint', nullable: true }) grams?: string;
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) height?: number;
  @Field(() => DateTime) @Property({ type: 'datetime', columnType: 'timestamptz(6)' }) acquiredAt!: Date;
  @Property({ type: 'datetime', columnType: 'timestamptz(6)', nullable: true }) deletedAt?: Date;
  @Property({ type: 'text' }) insuranceNote!: string;
  @Field(() => Room, { nullable: true }) @ManyToOne(() => Room, { ref: true, nullable: true }) room?: Ref<Room>;
  @Field(() => Artist, { nullable: true }) @ManyToOne(() => Artist, { ref: true }) artist!: Ref<Artist>;
  @Rows(() => Tag, {}) @ManyToMany(() => Tag, (tag) => tag.exhibits, { owner: true, fixedOrder: true }) tags = new Collection<Tag>(this);
  @Field(() => Label, { nullable: true }) @OneToOne(() => Label, (label) => label.exhibit, { ref: true, nullable: true }) label?: Ref<Label>;
  @Field(() => Int) @Aggregate('tags', () => sql`count(*)`) tagCount!: number & Opt;
  @Field(() => String) shortTitle!: string & Opt;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Label {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => LocalizedText) @Property({ type: 'json', columnType: 'jsonb' }) text!: LocalizedText;
  @Field(() => Exhibit, { nullable: true }) @OneToOne(() => Exhibit, (exhibit) => exhibit.label, { ref: true, owner: true }) exhibit!: Ref<Exhibit>;
}

@ObjectType({ simpleResolvers: true })
@Entity()
export class Tag {
  @Field(() => ID) @PrimaryKey({ type: 'text' }) key!: string;
  @Rows(() => Exhibit, {}) @ManyToMany(() => Exhibit, (exhibit) => exhibit.tags) exhibits = new Collection<Exhibit>(this);
  @Field(() => Int) @Aggregate('exhibits', () => sql`count(*)`) exhibitCount!: number & Opt;
}

/** Computed from a column, without a query. */
@Resolver(() => Exhibit)
export class ExhibitResolver {
  @FieldResolver(() => String)
  @Needs('title')
  shortTitle(@Root() exhibit: Exhibit): string {
    return exhibit.title.slice(0, 3);
  }
}

// removed exhibits are for nobody; unpublished artists for officers and for themselves
visible(Exhibit, (column) => sql`${column('deletedAt')} is null`);
visible(Artist, (column, actor) =>
  actor.has('OFFICER') || actor.kind === 'system' ? undefined : sql`${column('published')} or ${column('account')} = ${actor.id}`,
);

export const ExhibitConnection = connectionOf('Exhibit', Exhibit);
export type ExhibitConnection = Connection<Exhibit>;

export const entities = [Museum, Room, Artist, Exhibit, Label, Tag];
export const privateColumns = ['Artist.published', 'Artist.account', 'Exhibit.deletedAt', 'Exhibit.insuranceNote'];
