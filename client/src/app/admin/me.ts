import type { SignedFragment } from '../../gql/staff/graphql.ts';

/** Who is signed in. */
export type Me = SignedFragment;
