import type { GraphQLOutputType } from 'graphql';
import type { AggregateDeclaration } from './declare.ts';
import { jsonOf } from './json.ts';
import { columnsOf, type Meta, propertyOf, targetOf } from './metadata.ts';
import { type Reading, toMany } from './relation.ts';
import { id, join, sql, type Sql } from './sql.ts';
import { conditionOf, type Where } from './where.ts';

interface Group {
  relation: string;
  where: Where | undefined;
  alias: string;
  columns: Sql[];
}

/** The aggregates of one row: those over the same rows of a relation are counted in one pass. */
export class Figures {
  readonly #groups: Group[] = [];

  constructor(
    private readonly meta: Meta,
    private readonly alias: string,
    private readonly reading: Reading,
    private readonly nextAlias: () => string,
  ) {}

  /** Adds a figure and gives its JSON. */
  add({ relation, of, where }: AggregateDeclaration, type: GraphQLOutputType): Sql {
    let group = this.#groups.find((known) => known.relation === relation && known.where === where);
    if (!group) this.#groups.push((group = { relation, where, alias: this.nextAlias(), columns: [] }));
    const target = targetOf(this.meta, propertyOf(this.meta, relation));
    const name = `a${group.columns.length}`;
    group.columns.push(sql`${of(columnsOf(target, group.alias))} as ${id(name)}`);
    return jsonOf(type, id(`${group.alias}f`, name));
  }

  /** What must be joined for the figures. */
  joins(): Sql[] {
    return this.#groups.map(({ relation, where, alias, columns }) => {
      const property = propertyOf(this.meta, relation);
      const { from, on } = toMany(this.meta, property, this.alias, alias, this.reading);
      const condition = where === undefined ? on : sql`${on} and (${conditionOf(targetOf(this.meta, property), alias, where)})`;
      return sql` cross join lateral (select ${join(columns)} from ${from} where ${condition}) ${id(`${alias}f`)}`;
    });
  }
}
