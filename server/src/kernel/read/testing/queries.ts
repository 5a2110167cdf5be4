import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { read, sql } from '../index.ts';
import { Artist, Exhibit, ExhibitConnection, Museum, Room, Tag } from './museum.ts';

/** No entity: a field of it reads below the root, as a mutation's payload does. */
@ObjectType()
export class Tour {
  @Field(() => Int) length!: number;
}

@Resolver(() => Tour)
export class TourResolver {
  @FieldResolver(() => [Room])
  rooms(@Root() tour: Tour, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Room[]> {
    return read(ctx, info, Room, { first: tour.length, orderBy: { floor: 'asc' } });
  }
}

/** The root fields of the museum: a list, a page and a read by key of each kind. */
@Resolver()
export class MuseumQueries {
  @Query(() => Tour)
  tour(): Tour {
    return { length: 2 };
  }

  @Query(() => [Museum])
  museums(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Museum[]> {
    return read(ctx, info, Museum, { orderBy: { founded: 'desc' } });
  }

  @Query(() => Museum, { nullable: true })
  museum(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('key', () => ID) key: string): Promise<Museum | null> {
    return read(ctx, info, Museum, { where: { key } });
  }

  @Query(() => [Room])
  rooms(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('first', () => Int, { nullable: true }) first?: number): Promise<Room[]> {
    return read(ctx, info, Room, { first, orderBy: { floor: 'asc' } });
  }

  @Query(() => [Artist])
  artists(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Artist[]> {
    return read(ctx, info, Artist, { orderBy: { name: 'asc' } });
  }

  @Query(() => [Tag])
  tags(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Tag[]> {
    return read(ctx, info, Tag);
  }

  @Query(() => Exhibit, { nullable: true })
  exhibit(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string): Promise<Exhibit | null> {
    return read(ctx, info, Exhibit, { where: { id } });
  }

  /** In the order in which they are named. */
  @Query(() => [Exhibit])
  exhibitsNamed(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo, @Arg('ids', () => [ID]) ids: string[]): Promise<Exhibit[]> {
    return read(ctx, info, Exhibit, { where: { id: ids }, orderBy: (column) => sql`array_position(${ids}::uuid[], ${column('id')})` });
  }

  /** Anything that starts with these letters, or any at all; the most valuable first. */
  @Query(() => ExhibitConnection)
  exhibitPage(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('starts', () => String, { nullable: true }) starts?: string,
  ): Promise<ExhibitConnection> {
    return read(ctx, info, Exhibit, {
      first,
      after,
      orderBy: { valueCents: 'desc' },
      where: (column) => (starts ? sql`${column('title')} like ${`${starts}%`} or false` : sql`true or false`),
    });
  }

  /** In an order of two directions. */
  @Query(() => ExhibitConnection)
  newestExhibits(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true }) first?: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<ExhibitConnection> {
    return read(ctx, info, Exhibit, { first, after, orderBy: { kind: 'asc', acquiredAt: 'desc', id: 'asc' } });
  }
}
