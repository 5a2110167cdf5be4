import { Arg, Extensions, Field, Int } from 'type-graphql';
import type { GraphQLField } from 'graphql';
import { limits } from './limits.ts';
import type { Column } from './metadata.ts';
import type { Order } from './order.ts';
import type { Sql } from './sql.ts';
import type { ActorParams } from './visible.ts';
import type { Where } from './where.ts';

/** A figure over the rows of a relation. */
export interface AggregateDeclaration {
  relation: string;
  of: (column: Column) => Sql;
  where?: Where;
}

/** A list over the rows of a relation. */
export interface RowsDeclaration {
  order: Order;
}

/** The names under which the declarations travel in a field's extensions. */
const AGGREGATE = 'aggregate';
const ROWS = 'rows';
const NEEDS = 'needs';
const ONLY_FOR = 'onlyFor';

type AnyField = Pick<GraphQLField<unknown, unknown>, 'extensions'>;

/**
 * A field that is computed over the visible rows of a relation, in the statement that reads its entity:
 * `@Field(() => Int) @Aggregate('feedback', () => sql`count(*)`) feedbackCount!: number & Opt`.
 * A value in it is a constant of the program. Over no rows it is what SQL says: 0 for count, null for sum, avg and max.
 */
export const Aggregate = (relation: string, of: (column: Column) => Sql, options: { where?: Where } = {}): PropertyDecorator =>
  Extensions({ [AGGREGATE]: { relation, of, ...options } satisfies AggregateDeclaration }) as PropertyDecorator;

/**
 * A list field over a one-to-many or many-to-many relation, put beside its MikroORM decorator. Its argument `first` is
 * the number of rows, 20 unless told, at most 100. A relation of fixed order keeps that order; `order` is then not asked.
 */
export const Rows =
  (type: () => object, order: Order, options: { description?: string } = {}): PropertyDecorator =>
  (prototype, key) => {
    Field(() => [type()] as [never], { simple: true, ...options })(prototype, key as string);
    Arg('first', () => Int, { defaultValue: limits.DEFAULT_PAGE, description: `How many at most; ${limits.MAX_PAGE} is the most that is given.` })(
      prototype,
      key as string,
      0,
    );
    Extensions({ [ROWS]: { order } satisfies RowsDeclaration })(prototype, key as string);
  };

/**
 * Columns that a computed field (a `@FieldResolver`) reads of its root, by property: they are in the row whether they
 * are selected or not. Stands on the resolver's method or on the field. Instants arrive as text.
 */
export const Needs = (...properties: string[]): PropertyDecorator & MethodDecorator => Extensions({ [NEEDS]: properties });

/**
 * A field that not everybody who sees the row may read. Whoever selects it all the same is refused before any SQL: an answer
 * without it would look as if there were nothing.
 */
export const OnlyFor = (rule: (actor: ActorParams) => boolean): PropertyDecorator => Extensions({ [ONLY_FOR]: rule }) as PropertyDecorator;

export const mayRead = (field: AnyField, actor: ActorParams): boolean =>
  (field.extensions[ONLY_FOR] as ((actor: ActorParams) => boolean) | undefined)?.(actor) ?? true;
export const aggregateOf = (field: AnyField): AggregateDeclaration | undefined => field.extensions[AGGREGATE] as AggregateDeclaration | undefined;
export const rowsDeclarationOf = (field: AnyField): RowsDeclaration | undefined => field.extensions[ROWS] as RowsDeclaration | undefined;
export const needsOf = (field: AnyField): readonly string[] => (field.extensions[NEEDS] as readonly string[] | undefined) ?? [];
