/** Which way the house's doors open: schema ← kernel ← platform ← features ← app, and nothing else. */
const pkg = (name) => `^${name}/src`;

/** Inside server and client: a folder may not reach into one that stands above it. */
const inside = (name) => [
  {
    name: `${name}-kernel`,
    comment: 'The kernel knows no noun.',
    severity: 'error',
    from: { path: `${pkg(name)}/kernel` },
    to: { path: `${pkg(name)}/(platform|features|app|outbox)` },
  },
  {
    name: `${name}-platform`,
    comment: 'Nouns of the platform know no feature and not the app.',
    severity: 'error',
    from: { path: `${pkg(name)}/platform` },
    to: { path: `${pkg(name)}/(features|app)` },
  },
  {
    name: `${name}-features`,
    comment: 'A feature does not know the app.',
    severity: 'error',
    from: { path: `${pkg(name)}/features` },
    to: { path: `${pkg(name)}/app` },
  },
  {
    name: `${name}-feature-to-feature`,
    comment: 'A feature never imports another: a noun that two need moves to the platform.',
    severity: 'error',
    from: { path: `${pkg(name)}/features/([^/]+)/` },
    to: { path: `${pkg(name)}/features/([^/]+)/`, pathNot: `${pkg(name)}/features/$1/` },
  },
  {
    name: `${name}-app-to-feature`,
    comment: 'The app knows a noun by its manifest only.',
    severity: 'error',
    from: { path: `${pkg(name)}/app/features\\.ts` },
    to: { path: `${pkg(name)}/(features|platform)/`, pathNot: '\\.feature\\.ts$' },
  },
];

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    {
      name: 'schema-stands-alone',
      comment: 'The contract imports neither side and no framework.',
      severity: 'error',
      from: { path: pkg('schema') },
      to: { path: ['^(server|client|e2e)/', 'node_modules/(vue|graphql|@apollo|@mikro-orm|type-graphql|fastify)/'] },
    },
    { name: 'schema-kernel', severity: 'error', from: { path: '^schema/src/kernel' }, to: { path: '^schema/src/(?!kernel)' } },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'client-not-server', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    {
      name: 'vue-without-apollo',
      comment: 'Composables speak with Apollo, components do not.',
      severity: 'error',
      from: { path: '\\.vue$' },
      to: { path: '@apollo/client' },
    },
    {
      name: 'entities-without-commands',
      comment: 'Entities never import services.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.(commands|resolver|feature)\\.ts$' },
    },
    { name: 'outbox-knows-no-noun', severity: 'error', from: { path: '^client/src/outbox' }, to: { path: '^client/src/(platform|features|app)' } },
    { name: 'worker-knows-no-feature', severity: 'error', from: { path: '^client/src/service-worker' }, to: { path: '^client/src/(platform|features|app)' } },
    ...inside('server'),
    ...inside('client'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|gql|testing)/|\\.(test|bench)\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'], extensions: ['.ts', '.vue', '.js'] },
  },
};
