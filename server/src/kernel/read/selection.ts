import {
  type FieldNode,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isLeafType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

/** The parts of GraphQL's resolve info that decide what is selected. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** One field of an object, as selected. */
export interface Selected {
  name: string;
  /** Where the answer stands in its row: the field's name, unless the field is asked for in several ways. */
  key: string;
  field: GraphQLField<unknown, unknown>;
  /** All places of the query that select it under this alias. */
  nodes: readonly FieldNode[];
}

/** What a selection asks of an object. */
export interface Selection {
  fields: readonly Selected[];
  /** The fields that are asked for in several ways, whose answers stand under `keyOf`. */
  choices: readonly string[];
}

/** Where the answer stands of a field that is asked for under several aliases. */
export const keyOf = (name: string, alias: string): string => `${name}:${alias}`;

/**
 * The fields that the nodes select of an object, fragments and directives applied, `__typename` left to the executor. `isWhole` tells which of them
 * answer the same whatever is selected below: columns, value objects too.
 */
export function selectionOf(
  info: SelectionInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  isWhole: (name: string) => boolean = () => false,
): Selection {
  const byAlias = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const node of nodes) if (node.selectionSet) collect(info, type, node.selectionSet, byAlias, visited);
  const aliases = new Map<string, string[]>();
  for (const [alias, [node]] of byAlias) {
    const name = node!.name.value;
    if (name.startsWith('__')) continue;
    const known = aliases.get(name);
    if (known) known.push(alias);
    else aliases.set(name, [alias]);
  }
  const fields: Selected[] = [];
  const choices: string[] = [];
  for (const [name, under] of aliases) {
    const field = type.getFields()[name];
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    // a leaf without arguments is the same under every alias, and so is what comes whole
    const several = under.length > 1 && !(field.args.length === 0 && (isLeafType(getNamedType(field.type)) || isWhole(name)));
    if (several) choices.push(name);
    for (const alias of several ? under : under.slice(0, 1)) {
      fields.push({ name, key: several ? keyOf(name, alias) : name, field, nodes: byAlias.get(alias)! });
    }
  }
  return { fields, choices };
}

function collect(info: SelectionInfo, type: GraphQLObjectType, set: SelectionSetNode, into: Map<string, FieldNode[]>, visited: Set<string>): void {
  for (const selection of set.selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const alias = selection.alias?.value ?? selection.name.value;
      const found = into.get(alias);
      if (found) found.push(selection);
      else into.set(alias, [selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(info, type, selection.typeCondition?.name.value)) collect(info, type, selection.selectionSet, into, visited);
    } else {
      const fragment: FragmentDefinitionNode | undefined = info.fragments[selection.name.value];
      if (!fragment || visited.has(selection.name.value)) continue;
      visited.add(selection.name.value);
      if (applies(info, type, fragment.typeCondition.name.value)) collect(info, type, fragment.selectionSet, into, visited);
    }
  }
}

function isIncluded(info: SelectionInfo, node: SelectionSetNode['selections'][number]): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] !== false;
}

function applies(info: SelectionInfo, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const abstract = info.schema.getType(condition);
  return isAbstractType(abstract) && info.schema.isSubType(abstract, type);
}
