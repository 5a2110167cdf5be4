import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars';

/** An instant, as RFC 3339 in UTC. */
export const DateTime = GraphQLDateTime;
/** A day of the calendar, `2027-05-18`, without a time or a zone. */
export const LocalDate = GraphQLLocalDate;
/** Any JSON value. */
export const Json = GraphQLJSON;
