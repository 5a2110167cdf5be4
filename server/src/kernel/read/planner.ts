import type { EntityProperty } from '@mikro-orm/core';
import { getArgumentValues, getNamedType, getNullableType, type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, isListType } from 'graphql';
import { Problem } from '../problem.ts';
import { Budget } from './budget.ts';
import { type Choices, choicesOf } from './choice.ts';
import { isConnection } from './connection.ts';
import { cursorOf } from './cursor.ts';
import { aggregateOf, mayRead, needsOf, rowsDeclarationOf } from './declare.ts';
import { Figures } from './figures.ts';
import { jsonOf, jsonOfColumn, objectOf } from './json.ts';
import { pageSize } from './limits.ts';
import { columnName, columnsOf, columnType, findProperty, type Meta, primaryKey, targetOf } from './metadata.ts';
import { type Order, orderBy } from './order.ts';
import { extentOf, listOf, oneOf, pageOf, pageStatement, type Part, type RowSql } from './page.ts';
import { isInner, kindOf, type Reading, toList, toOne } from './relation.ts';
import { type Selected, selectionOf } from './selection.ts';
import { id, raw, sql, type Sql } from './sql.ts';
import { rowsOf } from './visible.ts';

/** Which rows of an entity the root of a statement shows. */
export interface Root extends Part {
  where: Sql;
  /** Ends with the primary key. */
  order: Order;
  /** What stands in its place in a list. */
  by?: Sql | undefined;
}

/** A statement of one column `j` of JSON text, its parameters not yet numbered. */
export interface Planned {
  statement: Sql;
  choices: Choices | undefined;
}

/** A value in a row: its JSON, what must be joined for it, and the choices in it. */
interface Piece {
  json: Sql;
  joins?: readonly Sql[];
  choices?: Choices | undefined;
}

/** Where in the answer the planner stands. */
interface Place {
  depth: number;
  /** How many such objects there can be. */
  rows: number;
  /** Whether the object may be missing, which what is joined to it must survive. */
  outer: boolean;
}

type Row = RowSql & { choices: Choices | undefined };

/** Walks one selection and writes its statement. */
export class Planner {
  readonly #budget = new Budget();
  #aliases = 0;

  constructor(
    private readonly info: GraphQLResolveInfo,
    private readonly reading: Reading,
  ) {}

  /** @throws Problem `query-too-expensive`, `bad-input` (a page's size) or `forbidden` with the field that is not theirs to read */
  plan(meta: Meta, root: Root, alias: string): Planned {
    const type = getNamedType(this.info.returnType) as GraphQLObjectType;
    const nodes = this.info.fieldNodes;
    if (isConnection(type)) return this.#page(type, meta, root, alias, nodes);
    const many = isListType(getNullableType(this.info.returnType));
    const extent = extentOf(alias, rowsOf(meta, alias, this.reading.actor), root.where, root.by ?? orderBy(root.order, columnsOf(meta, alias)));
    const row = this.#row(type, meta, alias, nodes, this.#inside(root.first, { depth: 0, rows: 1 }));
    return { statement: (many ? listOf : oneOf)(extent, root, row), choices: row.choices };
  }

  #page(type: GraphQLObjectType, meta: Meta, root: Root, alias: string, nodes: readonly FieldNode[]): Planned {
    if (root.by) throw new Error(`A page of ${meta.className} goes on from columns, and its order has none`);
    const column = columnsOf(meta, alias);
    const extent = extentOf(alias, rowsOf(meta, alias, this.reading.actor), root.where, orderBy(root.order, column));
    const cursor = cursorOf(root.order, column);
    const page = pageOf(extent, root, cursor);
    const rows = this.#inside(root.first, { depth: 1, rows: 1 });
    const node = ({ field, nodes: inner }: Selected, depth: number) =>
      this.#row(getNamedType(field.type) as GraphQLObjectType, meta, alias, inner, { ...rows, depth });
    const row = this.#object(type, nodes, 1, (part) => {
      if (part.name === 'totalCount') return { json: page.totalCount };
      if (part.name === 'nodes') {
        const { json, joins, choices } = node(part, 2);
        return { json: page.each(json), joins, choices };
      }
      const inner = this.#object(getNamedType(part.field.type) as GraphQLObjectType, part.nodes, 2, (one) => {
        if (one.name === 'node') return node(one, 3);
        return { json: one.name === 'cursor' ? sql`'"' || ${cursor} || '"'` : one.name === 'hasNextPage' ? page.hasNextPage : page.endCursor };
      });
      return part.name === 'edges' ? { ...inner, json: page.each(inner.json) } : inner;
    });
    // a page of which only the total is asked picks no rows
    const statement = row.names.every((name) => name === 'totalCount') ? sql`select ${row.json} as j` : pageStatement(extent, root, row);
    return { statement, choices: row.choices };
  }

  /** An object of an entity. */
  #row(type: GraphQLObjectType, meta: Meta, alias: string, nodes: readonly FieldNode[], place: Place): Row {
    const figures = new Figures(meta, alias, this.reading, () => this.#nextAlias());
    const needed = new Set<string>();
    const row = this.#object(
      type,
      nodes,
      place.depth,
      ({ name, field, nodes: inner }) => {
        if (!mayRead(field, this.reading.actor)) throw new Problem('forbidden', { field: `${type.name}.${name}` });
        const aggregate = aggregateOf(field);
        if (aggregate) return { json: figures.add(aggregate, field.type) };
        const property = findProperty(meta, name);
        if (property) return this.#property(meta, property, alias, { name, field, nodes: inner }, place);
        if (!field.resolve) throw new Error(`${type.name}.${name} is neither read nor computed`);
        for (const need of needsOf(field)) needed.add(need);
        return undefined;
      },
      () => [...needed].map((name) => [name, jsonOfColumn(columnsOf(meta, alias)(name), columnType(meta, name))] as const),
      (name) => {
        const property = findProperty(meta, name);
        return property !== undefined && kindOf(meta, property) === 'column';
      },
    );
    return { ...row, joins: [...row.joins, ...figures.joins()] };
  }

  #property(meta: Meta, property: EntityProperty, alias: string, { field, nodes }: Omit<Selected, 'key'>, place: Place): Piece {
    const kind = kindOf(meta, property);
    if (kind === 'column') return { json: jsonOf(field.type, id(alias, columnName(meta, property)), property.columnTypes[0]) };
    const type = getNamedType(field.type) as GraphQLObjectType;
    const target = targetOf(meta, property);
    const there = this.#nextAlias();
    if (kind === 'to-one') {
      const inner = isInner(property, target) && !place.outer;
      const row = this.#row(type, target, there, nodes, { ...place, depth: place.depth + 1, outer: !inner });
      const { from, on } = toOne(meta, property, alias, there, this.reading);
      const key = id(there, columnName(target, primaryKey(target)));
      return {
        json: inner ? row.json : sql`case when ${key} is null then 'null' else ${row.json} end`,
        joins: [sql` ${raw(inner ? 'join' : 'left join')} ${from} on ${on}`, ...row.joins],
        choices: row.choices,
      };
    }
    const declared = rowsDeclarationOf(field);
    if (!declared) throw new Error(`${meta.className}.${property.name} is a list without @Rows`);
    const first = pageSize(getArgumentValues(field, nodes[0]!, this.info.variableValues)['first']);
    const row = this.#row(type, target, there, nodes, this.#inside(first, place));
    const extent = toList(meta, property, alias, there, declared.order, this.reading);
    return { json: id(`${there}l`, 'j'), joins: [sql` cross join lateral (${listOf(extent, { first }, row)}) ${id(`${there}l`)}`], choices: row.choices };
  }

  #object(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    depth: number,
    write: (selected: Selected) => Piece | undefined,
    more: () => readonly (readonly [key: string, json: Sql])[] = () => [],
    isWhole?: (name: string) => boolean,
  ): Row & { names: readonly string[] } {
    const { fields, choices } = selectionOf(this.info, type, nodes, isWhole);
    this.#budget.spend({ depth, fields: fields.length });
    const pieces = fields.flatMap((selected) => {
      const piece = write(selected);
      return piece ? [{ key: selected.key, ...piece }] : [];
    });
    const pairs = pieces.map(({ key, json }) => [key, json] as const);
    const taken = new Set(pairs.map(([key]) => key));
    return {
      json: objectOf([...pairs, ...more().filter(([key]) => !taken.has(key))]),
      joins: pieces.flatMap((piece) => piece.joins ?? []),
      choices: choicesOf(
        choices,
        pieces.map((piece) => [piece.key, piece.choices] as const),
      ),
      names: fields.map((selected) => selected.name),
    };
  }

  // the objects of a list inside a place
  #inside(first: number, { depth, rows }: Omit<Place, 'outer'>): Place {
    this.#budget.spend({ rows: rows * first });
    return { depth: depth + 1, rows: rows * first, outer: false };
  }

  #nextAlias(): string {
    return `t${++this.#aliases}`;
  }
}
