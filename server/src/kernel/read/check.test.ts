import 'reflect-metadata';
import { Collection, type Ref, Type } from '@mikro-orm/core';
import { Entity, Formula, ManyToOne, OneToMany, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { MikroORM } from '@mikro-orm/postgresql';
import { GraphQLScalarType } from 'graphql';
import { buildSchema, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { Aggregate, checkReadable, Needs, Rows, sql, visible } from './index.ts';
import * as museum from './testing/museum.ts';
import { MuseumQueries } from './testing/queries.ts';

const Colour = new GraphQLScalarType({ name: 'Colour' });

class Shouted extends Type<string, string> {
  override convertToJSValueSQL(key: string): string {
    return `upper(${key})`;
  }
}

@ObjectType({ simpleResolvers: true })
@Entity()
class Secret {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
}
visible(Secret, (column) => sql`${column('id')} is null`);

@ObjectType({ simpleResolvers: true })
@Entity()
class Faulty {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text', nullable: true }) maybe?: string;
  @Field(() => Secret) @ManyToOne(() => Secret, { ref: true }) secret!: Ref<Secret>;
  @Field(() => String) neither!: string;
  @Field(() => String, { name: 'another' }) @Property({ type: 'text' }) renamed!: string;
  @Field(() => Colour) @Property({ type: 'text' }) colour!: string;
  @Field(() => String) @Property({ type: new Shouted() }) shouted!: string;
  @Field(() => Int) @Formula(() => '1', { type: 'integer' }) computed!: number;
  @Field(() => Faulty) @ManyToOne(() => Faulty, { ref: true, nullable: true }) parent!: Ref<Faulty>;
  @Field(() => [Faulty]) @OneToMany(() => Faulty, (faulty) => faulty.parent) bare = new Collection<Faulty>(this);
  @Rows(() => Faulty, { maybe: 'asc' }) @OneToMany(() => Faulty, (faulty) => faulty.parent) unordered = new Collection<Faulty>(this);
  @Rows(() => Faulty, {}) @OneToMany(() => Faulty, (faulty) => faulty.parent, { where: { colour: 'red' } }) some = new Collection<Faulty>(this);
  @Rows(() => Secret, {}) @OneToMany(() => Faulty, (faulty) => faulty.parent) elsewhere = new Collection<Faulty>(this);
  @Field(() => Int) @Aggregate('parent', () => sql`count(*)`) counted!: number;
  @Field(() => Int) @Aggregate('nothing', () => sql`count(*)`) lost!: number;
  @Field(() => Faulty) @OneToOne(() => Faulty, { ref: true, mappedBy: 'twinOf' }) twin!: Ref<Faulty>;
  @Field(() => Faulty, { nullable: true }) @OneToOne(() => Faulty, (faulty) => faulty.twin, { ref: true, owner: true, nullable: true }) twinOf?: Ref<Faulty>;
  @Field(() => String, { simple: false }) @Needs('absent') needy!: string;
  @Property({ type: 'text' }) forgotten!: string;
}

@Resolver()
class Nothing {
  @Query(() => Boolean)
  nothing(): boolean {
    return true;
  }
}

const open = (entities: Function[]) => new MikroORM({ entities: entities as never, dbName: 'none', discovery: { warnWhenNoEntities: false } });

describe('the check at start', () => {
  let faults: string;

  beforeAll(async () => {
    const schema = await buildSchema({ resolvers: [Nothing], orphanedTypes: [Faulty, Secret], validate: false });
    try {
      checkReadable(schema, open([Faulty, Secret]), ['Faulty.id', 'Faulty.gone', 'Nobody.id', 'Secret.*']);
    } catch (error) {
      faults = (error as Error).message;
    }
  });

  test.each([
    'Faulty.maybe is never null, but its column can be',
    'Faulty.secret is never null, but not everybody sees every Secret',
    'Faulty.neither is neither a column, a relation, an aggregate nor computed',
    'Faulty.another is neither a column, a relation, an aggregate nor computed',
    'Faulty.renamed is neither in the API nor on the private list',
    'Faulty.colour is of the scalar Colour, which cannot be read from the database',
    'Faulty.shouted has a type that only MikroORM can read',
    'Faulty.computed is neither a column, a relation, an aggregate nor computed',
    'Faulty.parent is never null, but its relation can be',
    'Faulty.bare is a list without @Rows',
    'Faulty.unordered: Faulty cannot be ordered by maybe, which can be null',
    'Faulty.some has a condition or an order of MikroORM, which reads do not know',
    'Faulty.elsewhere does not lead to Faulty',
    'Faulty.counted is an aggregate over parent, which is not to many',
    'Faulty.lost: Faulty has no property nothing',
    'Faulty.twin is never null, but its relation can be',
    'Faulty.needy: Faulty has no property absent',
    'Faulty.forgotten is neither in the API nor on the private list',
    'Faulty.id is on the private list, and in the API',
    'Faulty.gone is on the private list, but is no column',
    'Nobody.id is on the private list, but is no column',
    'Secret.* is on the private list, and in the API',
  ])('refuses: %s', (fault) => {
    expect(faults.split('\n')).toContain(fault);
  });

  test('finds nothing else', () => {
    expect(faults.split('\n')).toHaveLength(1 + 22);
  });

  test('lets the museum start', async () => {
    const schema = await buildSchema({ resolvers: [MuseumQueries, museum.ExhibitResolver], validate: false });
    expect(() => checkReadable(schema, open(museum.entities), museum.privateColumns)).not.toThrow();
    expect(() => checkReadable(schema, open(museum.entities), museum.privateColumns.slice(1))).toThrow(
      'Artist.published is neither in the API nor on the private list',
    );
  });
});
