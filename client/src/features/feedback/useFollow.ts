import { FeedbackFollowedDocument, FollowFeedbackDocument, UnfollowFeedbackDocument } from '../../gql/feedback/graphql.ts';
import { useApollo } from '../../kernel/apollo.ts';
import { usePush } from '../../platform/notifications/usePush.ts';

/** Whether this browser is told of what belongs to a receipt. The city alone remembers it: the code stays nowhere on this device. */
export function useFollow(receipt: string) {
  const client = useApollo();
  const context = { audience: 'resident' };
  return usePush({
    isOn: async (endpoint) =>
      (await client.query({ query: FeedbackFollowedDocument, variables: { input: { receipt, endpoint } }, fetchPolicy: 'no-cache', context })).data!
        .feedbackFollowed,
    turnOn: (browser) => client.mutate({ mutation: FollowFeedbackDocument, variables: { input: { receipt, ...browser } }, context }),
    turnOff: async (endpoint) =>
      (await client.mutate({ mutation: UnfollowFeedbackDocument, variables: { input: { receipt, endpoint } }, context })).data!.unfollowFeedback,
  });
}
