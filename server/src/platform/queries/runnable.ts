import { getVariableValues, type GraphQLSchema, Kind, OperationTypeNode, parse, specifiedRules, validate, type DocumentNode } from 'graphql';
import { Problem } from '../../kernel/problem.ts';
import { MAX_TOKENS, queryLimits, tooExpensiveIn } from '../../kernel/read/index.ts';

const MAX_MESSAGE = 300;
// whoever is told has just written what the message names
const invalid = (message: string): Problem => new Problem('query-invalid', { message: message.slice(0, MAX_MESSAGE) });

/**
 * Refuses what the API would not run, and what would change something: a colleague's question is run without a second thought.
 * @throws Problem `query-invalid` with what is wrong, `query-too-expensive`
 */
export function assertRunnable(schema: GraphQLSchema, query: string, variables: string): void {
  const document = parsed(query);
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) throw invalid('One query is kept at a time.');
  if (operation.operation !== OperationTypeNode.QUERY) throw invalid('Only queries are kept, nothing that changes anything.');
  const [fault] = validate(schema, document, [...specifiedRules, ...queryLimits()]);
  if (fault) throw tooExpensiveIn(fault) ?? invalid(fault.message);
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], objectIn(variables));
  if (errors) throw invalid(errors[0]!.message);
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    throw tooExpensiveIn(error) ?? invalid((error as Error).message);
  }
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // no JSON is no object either
  }
  throw invalid('The variables are no JSON object.');
}
