/** The features of the app: a folder of this name stands in the server and in the client, and a line in each one's list. */
export const featureKeys = ['feedback', 'touchpoints', 'budget'] as const;
export type FeatureKey = (typeof featureKeys)[number];
