import type { FeedbackChoicesQuery } from '../../gql/feedback/graphql.ts';
import type { Plain } from '../../kernel/plain.ts';

type Answer = Plain<FeedbackChoicesQuery>;

/** What a form offers to choose from. */
export interface Choices {
  topics: Answer['topics'];
  districts: Answer['districts'];
  units: Answer['units'];
  measures: NonNullable<Answer['plan']>['measures'];
}

/** Before anything was ever fetched: the words can be given all the same. */
export const noChoices: Choices = { topics: [], districts: [], units: [], measures: [] };

/** The choices in an answer of the city, or in a field pack. */
export const choicesOf = (answer: Answer): Choices => ({ ...answer, measures: answer.plan?.measures ?? [] });
