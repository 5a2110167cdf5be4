// The city's answers the slow way: every row in memory by plain SQL, one property at a time, and who sees which rows told once more, by hand.
import { ReferenceKind, type EntityMetadata, type EntityProperty, type MetadataStorage } from '@mikro-orm/core';
import { buildSchema, graphql, isObjectType, printSchema, type GraphQLField, type GraphQLSchema } from 'graphql';
import { actionState, type Reported, type ScheduleFacts } from '@torilla/schema/plan/state';
import type { Actor } from '../kernel/actor.ts';
import { sql } from '../kernel/command.ts';
import { rowsDeclarationOf } from '../kernel/read/declare.ts';
import { dayAt } from '../platform/municipality/day.ts';
import type { City } from './city.ts';

type Row = Record<string, unknown>;
type First = { first?: number | null };
type Direction = 'asc' | 'desc';

/** What a root field reads. */
export interface Root {
  entity: string;
  shape: 'one' | 'list' | 'page';
  /** By column. */
  where?: Row;
  /** By column; the primary key decides last, in the direction of the last named. */
  order?: Record<string, Direction>;
  first?: number;
}

const staff = (actor: Actor): boolean => actor.kind === 'staff';
const officer = (actor: Actor): boolean => actor.roles.includes('OFFICER') || administrator(actor);
const administrator = (actor: Actor): boolean => actor.roles.includes('ADMINISTRATOR');
/** Who sees a row of an entity, where not everybody sees every one. */
const seers: Record<string, (actor: Actor, row: Row, tables: ReadonlyMap<string, Row[]>) => boolean> = {
  AuditLine: administrator,
  AnswerTemplate: (actor, row) => officer(actor) || (staff(actor) && row['unit_key'] === null),
  Attachment: staff,
  Barrier: administrator,
  Child: (actor, row) => row['guardian_id'] === actor.id,
  Consent: (actor, row) => row['resident_id'] === actor.id,
  Notification: (actor, row) => row[actor.kind === 'resident' ? 'resident_id' : 'staff_id'] === actor.id,
  Device: staff,
  Feedback: (actor, row, tables) =>
    (actor.kind === 'resident' && row['resident_id'] === actor.id) ||
    officer(actor) ||
    (staff(actor) &&
      (row['assignee_id'] === actor.id ||
        row['worker_id'] === actor.id ||
        tables.get('event_staffing')!.some((s) => s['event_id'] === row['event_id'] && s['staff_member_id'] === actor.id))),
  FeedbackContact: officer,
  FeedbackMatter: staff,
  FeedbackQuote: (actor, row, tables) =>
    officer(actor) ||
    (staff(actor) &&
      (row['marked_by_id'] === actor.id ||
        tables
          .get('feedback')!
          .some(
            (f) =>
              f['id'] === row['feedback_id'] && tables.get('event_staffing')!.some((s) => s['event_id'] === f['event_id'] && s['staff_member_id'] === actor.id),
          ))),
  BudgetRound: (actor, row) => row['phase'] !== 'DRAFT' || officer(actor),
  Identity: (actor, row) => row['resident_id'] === actor.id,
  InboxItem: officer,
  NoticeVersion: administrator,
  Registration: (actor, row, tables) =>
    officer(actor) || (staff(actor) && tables.get('event_staffing')!.some((s) => s['event_id'] === row['event_id'] && s['staff_member_id'] === actor.id)),
  Resident: (actor, row) => row['id'] === actor.id,
  Participation: (actor, row) => row['state'] !== 'DRAFT' || officer(actor),
  Plan: (actor, row) => row['state'] !== 'DRAFT' || administrator(actor),
  RetentionRun: administrator,
  Delivery: administrator,
  ApiToken: (actor, row) => row['staff_id'] === actor.id,
  Passkey: (actor, row) => row['staff_id'] === actor.id,
  Session: (actor, row) => row['staff_id'] === actor.id,
  ServiceDeed: (actor, row) => row['open'] === true || officer(actor),
  StaffGrant: staff,
  TouchpointWords: officer,
  BudgetCount: (actor, row, tables) => officer(actor) || tables.get('budget_round')!.some((r) => r['id'] === row['round_id'] && r['phase'] === 'CONFIRMED'),
  BudgetProject: (actor, row, tables) => officer(actor) || tables.get('budget_round')!.some((r) => r['id'] === row['round_id'] && r['tie_seed'] !== null),
  BudgetComment: (actor, row, tables) =>
    officer(actor) ||
    (actor.kind === 'resident' && row['resident_id'] === actor.id) ||
    (row['state'] === 'SHOWN' && tables.get('budget_idea')!.some((one) => one['id'] === row['idea_id'] && one['state'] === 'SHOWN')),
  BudgetRemark: officer,
  BudgetIdea: (actor, row) => row['state'] === 'SHOWN' || officer(actor),
  ViewLine: (actor, row, tables) =>
    administrator(actor) ||
    ['feedback', 'registration'].some((table) =>
      tables.get(table)!.some((one) => one['id'] === row['subject_id'] && actor.kind === 'resident' && one['resident_id'] === actor.id),
    ),
};
/** Fields that are no column. */
const figures: Record<string, (row: Row, tables: ReadonlyMap<string, Row[]>, actor: Actor) => unknown> = {
  'Action.state': (row) => actionState(row['schedule'] as ScheduleFacts, row['reported'] as Reported | null, dayAt(new Date())),
  'ActionReport.note': (row, _, actor) => (row['withdrawn_at'] === null || officer(actor) ? row['words'] : null),
  'BudgetIdea.commentCount': (row, tables, actor) =>
    tables.get('budget_comment')!.filter((one) => one['idea_id'] === row['id'] && seers['BudgetComment']!(actor, one, tables)).length,
  'BudgetIdea.supports': (row, tables) => tables.get('budget_follow')!.filter((one) => one['idea_id'] === row['id']).length,
  'CityFile.path': ({ id }) => `/liitteet/${String(id)}`,
  'FeedbackMatter.pieces': (row, tables, actor) => saying(row, tables, actor).length,
  'FeedbackMatter.people': (row, tables, actor) => saying(row, tables, actor).reduce((sum, one) => sum + Number(one['headcount']), 0),
  'Feedback.wantsAnswer': (row) => row['contact_id'] !== null,
  'Identity.residence': (row) => (row['home_municipality'] === '075' ? 'HERE' : 'ELSEWHERE'),
  'Picture.path': ({ id }) => `/kuvat/${String(id)}`,
  'Session.current': () => false,
  'StaffMember.roles': (row, tables) =>
    tables
      .get('staff_grant')!
      .filter((grant) => grant['staff_id'] === row['id'] && grant['ended_at'] === null)
      .map((grant) => grant['role'])
      .sort(),
};

const saying = (matter: Row, tables: ReadonlyMap<string, Row[]>, actor: Actor): Row[] =>
  tables.get('feedback')!.filter((row) => row['matter_id'] === matter['id'] && seers['Feedback']!(actor, row, tables));

/** Loads the city as it is now. */
export async function naiveCity(city: City, schema: GraphQLSchema) {
  const metadata = city.app.orm.getMetadata();
  const tables = new Map<string, Row[]>();
  for (const { tableName } of metadata.getAll().values()) {
    if (!tableName || tables.has(tableName)) continue;
    const rows = await sql<{ row: Row }>(city.em(), `select to_jsonb(t) as row from "${tableName}" t`);
    tables.set(
      tableName,
      rows.map(({ row }) => row),
    );
  }
  const plain = buildSchema(printSchema(schema));
  return async (query: string, name: string, root: Root, actor: Actor, variables: Record<string, unknown>): Promise<unknown> => {
    const answers = answersFor(schema, metadata, tables, actor);
    const { data, errors } = await graphql({ schema: plain, source: query, rootValue: { [name]: () => answers(root) }, variableValues: variables });
    if (errors) throw errors[0]!;
    return JSON.parse(JSON.stringify(data));
  };
}

function answersFor(schema: GraphQLSchema, metadata: MetadataStorage, tables: Map<string, Row[]>, actor: Actor) {
  const rowsOf = (meta: EntityMetadata): Row[] => tables.get(meta.tableName)!.filter((row) => seers[meta.className]?.(actor, row, tables) ?? true);

  /** A row as its type has it: a function for each field. */
  function object(meta: EntityMetadata, row: Row): Row {
    const type = schema.getType(meta.className);
    if (!isObjectType(type)) throw new Error(`${meta.className} is not read`);
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => {
        const property = meta.properties[field.name as never] as EntityProperty;
        return [field.name, (args: First) => value(meta, row, field, property, args)];
      }),
    );
  }

  function value(meta: EntityMetadata, row: Row, field: GraphQLField<unknown, unknown>, property: EntityProperty, { first }: First): unknown {
    const figure = figures[`${meta.className}.${field.name}`];
    if (figure) return figure(row, tables, actor);
    const target = property.targetMeta;
    if (!target) return scalar(field, row[property.fieldNames[0]!]);
    const here = row[meta.primaryKeys.map((key) => meta.properties[key as never] as EntityProperty)[0]!.fieldNames[0]!];
    switch (property.kind) {
      case ReferenceKind.ONE_TO_MANY: {
        const back = (target.properties[property.mappedBy as never] as EntityProperty).fieldNames[0]!;
        const rows = rowsOf(target).filter((one) => one[back] === here);
        return page(sorted(target, rows, rowsDeclarationOf(field)!.order), first).map((one) => object(target, one));
      }
      case ReferenceKind.MANY_TO_MANY: {
        const links = tables.get(metadata.find(property.pivotEntity as never)!.tableName)!.filter((link) => link[property.joinColumns[0]!] === here);
        if (property.fixedOrder) links.sort((a, b) => Number(a[property.fixedOrderColumn!]) - Number(b[property.fixedOrderColumn!]));
        const rows = links.flatMap((link) => rowsOf(target).filter((one) => one[keyColumn(target)] === link[property.inverseJoinColumns[0]!]));
        return page(property.fixedOrder ? rows : sorted(target, rows, rowsDeclarationOf(field)!.order), first).map((one) => object(target, one));
      }
      default: {
        const found = rowsOf(target).find((one) => one[keyColumn(target)] === row[property.fieldNames[0]!]);
        return found ? object(target, found) : null;
      }
    }
  }

  /** Rows in an order of properties, the key last. */
  function sorted(meta: EntityMetadata, rows: readonly Row[], order: Readonly<Record<string, Direction>>): Row[] {
    const by = Object.entries(order).map(([name, direction]) => [(meta.properties[name as never] as EntityProperty).fieldNames[0]!, direction] as const);
    by.push([keyColumn(meta), by.at(-1)?.[1] ?? 'asc']);
    return rows.toSorted((a, b) => {
      for (const [column, direction] of by) {
        const [left, right] = [a[column] as string, b[column] as string];
        if (left !== right) return left < right === (direction === 'asc') ? -1 : 1;
      }
      return 0;
    });
  }

  return ({ entity, shape, where = {}, order = {}, first }: Root): unknown => {
    const meta = [...metadata.getAll().values()].find(({ className }) => className === entity)!;
    const rows = sorted(
      meta,
      rowsOf(meta).filter((row) => Object.entries(where).every(([column, wanted]) => row[column] === wanted)),
      order,
    );
    if (shape === 'one') return rows[0] ? object(meta, rows[0]) : null;
    const nodes = page(rows, first ?? 100).map((row) => object(meta, row));
    if (shape === 'list') return nodes;
    return { nodes, edges: nodes.map((node) => ({ node })), totalCount: rows.length, pageInfo: { hasNextPage: rows.length > nodes.length } };
  };
}

const keyColumn = (meta: EntityMetadata): string => meta.getPrimaryProps()[0]!.fieldNames[0]!;

const page = (rows: readonly Row[], first: number | null | undefined): Row[] => rows.slice(0, Math.min(first ?? 20, 100));

/** A column's JSON as the API has it: instants in UTC to the millisecond. */
const scalar = (field: GraphQLField<unknown, unknown>, json: unknown): unknown =>
  typeof json === 'string' && String(field.type).startsWith('DateTime') ? new Date(json).toISOString() : json;
