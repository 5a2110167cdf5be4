import { type FieldNode, type GraphQLResolveInfo, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Choices } from './choice.ts';
import { limits } from './limits.ts';
import type { Bind } from './sql.ts';

/** A statement that is ready to be sent, again and again. */
export interface Plan {
  text: string;
  params: readonly Bind[];
  choices: Choices | undefined;
}

// plans live as long as the parsed document, which the server caches; this many for one operation
const MOST_PLANS = 64;

const plans = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();
const variablesOf = new WeakMap<OperationDefinitionNode, readonly string[]>();
const numbers = new WeakMap<FieldNode, number>();
let lastNumber = 0;

/**
 * The plan for a field of an operation, made on its first use. The key tells what else the text depends on; what the
 * selection depends on (the places that select the field, the variables of directives and of page sizes) is added here.
 */
export function planFor(info: GraphQLResolveInfo, key: readonly unknown[], make: () => Plan): Plan {
  let known = plans.get(info.operation);
  if (!known) plans.set(info.operation, (known = new Map()));
  const whole = JSON.stringify([info.fieldNodes.map(numberOf), String(info.returnType), key, selectionKey(info)]);
  let plan = known.get(whole);
  if (!plan) {
    plan = make();
    if (known.size >= MOST_PLANS) known.delete(known.keys().next().value!);
    known.set(whole, plan);
  }
  return plan;
}

// one fragment may select a field in two places, where other selections are added to it
function numberOf(node: FieldNode): number {
  let number = numbers.get(node);
  if (!number) numbers.set(node, (number = ++lastNumber));
  return number;
}

function selectionKey(info: GraphQLResolveInfo): unknown[] {
  let names = variablesOf.get(info.operation);
  if (!names) variablesOf.set(info.operation, (names = variablesThatSelect(info)));
  return names.map((name) => {
    const value = info.variableValues[name];
    return typeof value === 'number' ? Math.min(value, limits.MAX_PAGE) : value;
  });
}

function variablesThatSelect({ operation, fragments }: GraphQLResolveInfo): string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...Object.values(fragments)]) {
    visit(definition, {
      Directive: ({ arguments: args }) => {
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
      Argument: ({ name, value }) => {
        if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  return [...names];
}
