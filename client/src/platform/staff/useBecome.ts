import { MeDocument, type SignedFragment } from '../../gql/staff/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';

/** Makes this page that of whoever has just signed in: what was read as a stranger is not what a member of staff sees. */
export function useBecome(): (staff: SignedFragment) => Promise<void> {
  const client = useApollo();
  return async (staff) => {
    await client.clearStore();
    client.cache.writeQuery({ query: MeDocument, data: { __typename: 'Query', me: staff } });
  };
}
