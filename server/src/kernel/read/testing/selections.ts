import fc from 'fast-check';
import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';

/** A query with its variables. */
export interface RandomQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** One thing in a selection, still without names. */
type Part = FieldPart | { is: 'inline' | 'fragment'; unless: Unless; inner: Part[] };
interface FieldPart {
  is: 'field';
  field: string;
  aliased: boolean;
  first: number | 'variable' | undefined;
  unless: Unless;
  inner: Part[] | undefined;
}
type Unless = 'always' | 'skipped' | 'included' | 'excluded';

const unless = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Unless>('always') },
  { weight: 3, arbitrary: fc.constantFrom<Unless>('skipped', 'included', 'excluded') },
);

/** Random queries of a root field: aliases, arguments, fragments of both kinds, directives on variables, nested to a depth. */
export function queriesOf(schema: GraphQLSchema, root: string, args: string, depth: number): fc.Arbitrary<RandomQuery> {
  const type = getNamedType(schema.getQueryType()!.getFields()[root]!.type) as GraphQLObjectType;
  return fc.record({ parts: partsOf(type, depth), small: fc.integer({ min: 0, max: 3 }) }).map(({ parts, small }) => {
    const fragments: string[] = [];
    let names = 0;
    const write = (on: GraphQLObjectType, inner: readonly Part[]): string =>
      `{ __typename ${inner
        .map((part) => {
          const directive = { always: '', skipped: '@skip(if: $yes)', included: '@include(if: $yes)', excluded: '@include(if: $no)' }[part.unless];
          if (part.is === 'inline') return `... on ${on.name} ${directive} ${write(on, part.inner)}`;
          if (part.is !== 'field') {
            const name = `F${++names}`;
            fragments.push(`fragment ${name} on ${on.name} ${write(on, part.inner)}`);
            return `...${name} ${directive}`;
          }
          const field = on.getFields()[part.field]!;
          const named = getNamedType(field.type);
          // what has arguments is merged only without them: other arguments under one name are no valid query
          const aliased = part.aliased || part.first !== undefined;
          const first = part.first === undefined ? '' : `(first: ${part.first === 'variable' ? '$small' : part.first})`;
          return `${aliased ? `a${++names}: ` : ''}${part.field}${first} ${directive} ${part.inner && isObjectType(named) ? write(named, part.inner) : ''}`;
        })
        .join(' ')} }`;
    const body = write(type, parts);
    const used = [body, ...fragments].join();
    const declared = [
      ['$yes', 'Boolean!'],
      ['$no', 'Boolean!'],
      ['$small', 'Int!'],
    ]
      .filter(([name]) => used.includes(name!))
      .map((one) => one.join(': '));
    const query = `query ${declared.length ? `(${declared.join()})` : ''} { ${root}${args} ${body} } ${[...fragments].join(' ')}`;
    return { query, variables: { yes: true, no: false, small } };
  });
}

function partsOf(type: GraphQLObjectType, depth: number): fc.Arbitrary<Part[]> {
  // cursors are our own affair: they are tested by following them
  const fields = Object.values(type.getFields()).filter(
    (field) => !field.name.toLowerCase().endsWith('cursor') && (depth > 1 || !isObjectType(getNamedType(field.type))),
  );
  if (!fields.length) return fc.constant([]);
  const relations = fields.filter((one) => isObjectType(getNamedType(one.type)));
  const field = fc.oneof(fc.constantFrom(...fields), fc.constantFrom(...(relations.length ? relations : fields))).chain((one) => fieldPart(one, depth));
  if (depth <= 1) return fc.array(field, { minLength: 1, maxLength: 4 });
  const nested = fc.record({
    is: fc.constantFrom<'inline' | 'fragment'>('inline', 'fragment'),
    unless,
    inner: fc.array(field, { minLength: 1, maxLength: 4 }),
  });
  return fc.array(fc.oneof({ weight: 3, arbitrary: field }, { weight: 1, arbitrary: nested }), { minLength: 2, maxLength: 5 });
}

function fieldPart(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<FieldPart> {
  const named = getNamedType(field.type);
  const takesFirst = field.args.some((arg) => arg.name === 'first');
  return fc.record({
    is: fc.constant('field' as const),
    field: fc.constant(field.name),
    aliased: fc.boolean(),
    first: takesFirst
      ? fc.oneof(
          { weight: 1, arbitrary: fc.constant(undefined) },
          { weight: 2, arbitrary: fc.constant('variable' as const) },
          { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
        )
      : fc.constant(undefined),
    unless,
    inner: isObjectType(named) ? partsOf(named, depth - 1) : fc.constant(undefined),
  });
}
