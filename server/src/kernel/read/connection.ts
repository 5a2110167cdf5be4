import 'reflect-metadata';
import type { GraphQLObjectType } from 'graphql';
import { type ClassType, Extensions, Field, Int, ObjectType } from 'type-graphql';

/** Where a page stands in the whole. */
@ObjectType({ simpleResolvers: true, description: 'Where a page stands in the whole.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are rows after this page.' }) hasNextPage!: boolean;
  @Field(() => String, { nullable: true, description: 'The cursor of the last row, to be sent as `after`; null when the page is empty.' })
  endCursor!: string | null;
}

/** A row beside its place. */
export interface Edge<T> {
  cursor: string;
  node: T;
}

/** A page of rows. */
export interface Connection<T> {
  nodes: T[];
  edges: Edge<T>[];
  pageInfo: PageInfo;
  totalCount: number;
}

const CONNECTION = 'connection';

/** Whether a type is a page made by `connectionOf`. */
export const isConnection = (type: GraphQLObjectType): boolean => type.extensions[CONNECTION] === true;

/**
 * Makes the type of a page of an entity, in Relay's shape:
 * `export const FeedbackConnection = connectionOf('Feedback', Feedback); export type FeedbackConnection = Connection<Feedback>;`
 */
export function connectionOf<T extends object>(name: string, Entity: ClassType<T>): ClassType<Connection<T>> {
  class PageEdge implements Edge<T> {
    cursor!: string;
    node!: T;
  }
  class Page implements Connection<T> {
    nodes!: T[];
    edges!: Edge<T>[];
    pageInfo!: PageInfo;
    totalCount!: number;
  }
  ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One row of a page of ${name}, beside its place.` })(PageEdge);
  Field(() => String, { description: 'The place of this row, to be sent as `after`.' })(PageEdge.prototype, 'cursor');
  Field(() => Entity, { description: 'The row.' })(PageEdge.prototype, 'node');

  ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${name}.` })(Page);
  Extensions({ [CONNECTION]: true })(Page);
  Field(() => [Entity], { description: 'The rows of this page.' })(Page.prototype, 'nodes');
  Field(() => [PageEdge], { description: 'The rows of this page, each with its cursor.' })(Page.prototype, 'edges');
  Field(() => PageInfo, { description: 'Where this page stands in the whole.' })(Page.prototype, 'pageInfo');
  Field(() => Int, { description: 'How many rows there are on all pages, of those that you may see.' })(Page.prototype, 'totalCount');
  return Page;
}
