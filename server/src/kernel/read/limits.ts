import { type ASTVisitor, GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '@torilla/schema/kernel/page';
import { Problem } from '../problem.ts';

/** How much one query may ask for. Beyond any of these it is refused before the database hears of it. */
export const limits = {
  /** Fields inside fields. */
  MAX_DEPTH: 8,
  /** Fields in all, fragments written out. */
  MAX_FIELDS: 200,
  /** Rows that the nested lists of one root field may come to when every one of them is full. */
  MAX_ROWS: 10_000,
  MAX_ROOT_FIELDS: 10,
  MAX_ALIASES: 50,
  MAX_DIRECTIVES: 50,
  /** Fields of the schema's description of itself; tools ask for some three hundred. */
  MAX_INTROSPECTION_FIELDS: 1_000,
  MAX_PAGE,
  DEFAULT_PAGE,
} as const;

/** For the parser's `maxTokens`: a longer document is not read to its end. */
export const MAX_TOKENS = 2_000;

type Limit = keyof typeof limits;

/** The refusal, with the limit that was passed. */
export const tooExpensive = (limit: Limit): Problem => new Problem('query-too-expensive', { limit, most: limits[limit] });

/**
 * A page's size, clamped to the largest; the usual one when nobody asked.
 * @throws Problem `bad-input` when it is no whole number from 0 on
 */
export function pageSize(first: unknown): number {
  if (first === undefined || first === null) return limits.DEFAULT_PAGE;
  if (!Number.isSafeInteger(first) || (first as number) < 0) throw new Problem('bad-input', { fields: ['first: too_small'] });
  return Math.min(first as number, limits.MAX_PAGE);
}

/** What a validator puts beside GraphQL's own rules: one walk that counts depth, fields, root fields, aliases and directives. */
export const queryLimits = (): ValidationRule[] => [limitsRule];

/** The `query-too-expensive` inside an error of the parser or the validator, for the error formatter; null for any other error. */
export function tooExpensiveIn(error: unknown): Problem | null {
  for (let at = error; at instanceof Error; at = (at as GraphQLError).originalError) {
    if (at instanceof Problem && at.code === 'query-too-expensive') return at;
    if (at instanceof GraphQLError && /contains more tha[nt] \d+ tokens/.test(at.message)) {
      return new Problem('query-too-expensive', { limit: 'MAX_TOKENS', most: MAX_TOKENS });
    }
  }
  return null;
}

interface Count {
  depth: number;
  fields: number;
  roots: number;
  aliases: number;
  directives: number;
  introspection: number;
}

const nothing = (): Count => ({ depth: 0, fields: 0, roots: 0, aliases: 0, directives: 0, introspection: 0 });

function limitsRule(context: ValidationContext): ASTVisitor {
  // each fragment is counted once, however often and however deeply it is spread
  const counted = new Map<FragmentDefinitionNode, Count>();
  return {
    OperationDefinition(operation) {
      const count = countSelections(context, operation.selectionSet, counted);
      count.directives += operation.directives?.length ?? 0;
      const passed = passedLimit(count);
      if (passed) context.reportError(tooExpensive(passed));
      return false;
    },
  };
}

function passedLimit(count: Count): Limit | undefined {
  if (count.aliases > limits.MAX_ALIASES) return 'MAX_ALIASES';
  if (count.depth > limits.MAX_DEPTH) return 'MAX_DEPTH';
  if (count.fields > limits.MAX_FIELDS) return 'MAX_FIELDS';
  if (count.roots > limits.MAX_ROOT_FIELDS) return 'MAX_ROOT_FIELDS';
  if (count.directives > limits.MAX_DIRECTIVES) return 'MAX_DIRECTIVES';
  if (count.introspection > limits.MAX_INTROSPECTION_FIELDS) return 'MAX_INTROSPECTION_FIELDS';
  return undefined;
}

function countSelections(context: ValidationContext, set: SelectionSetNode, counted: Map<FragmentDefinitionNode, Count>): Count {
  const total = nothing();
  for (const selection of set.selections) {
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? countSelections(context, selection.selectionSet, counted) : nothing();
      const ofTheSchema = selection.name.value.startsWith('__');
      total.roots += 1;
      total.aliases += inner.aliases + (selection.alias ? 1 : 0);
      total.directives += inner.directives;
      total.introspection += inner.introspection + (ofTheSchema ? 1 + inner.fields : 0);
      // how deeply a description is nested is judged by GraphQL's own rule
      total.depth = Math.max(total.depth, ofTheSchema ? 1 : 1 + inner.depth);
      total.fields += ofTheSchema ? 0 : 1 + inner.fields;
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(total, countSelections(context, selection.selectionSet, counted));
    } else {
      const fragment = context.getFragment(selection.name.value);
      if (fragment) add(total, countFragment(context, fragment, counted));
    }
  }
  return total;
}

function countFragment(context: ValidationContext, fragment: FragmentDefinitionNode, counted: Map<FragmentDefinitionNode, Count>): Count {
  const known = counted.get(fragment);
  if (known) return known;
  counted.set(fragment, nothing()); // met again inside itself: GraphQL's own rule refuses the cycle, here it only has to end
  const count = countSelections(context, fragment.selectionSet, counted);
  counted.set(fragment, count);
  return count;
}

function add(total: Count, more: Count): void {
  total.depth = Math.max(total.depth, more.depth);
  total.fields += more.fields;
  total.roots += more.roots;
  total.aliases += more.aliases;
  total.directives += more.directives;
  total.introspection += more.introspection;
}
