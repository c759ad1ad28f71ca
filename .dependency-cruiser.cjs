// Who may import whom (CONTRIBUTING.md). Each rule says why it stands.
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two parts are one',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'through-the-door',
      severity: 'error',
      comment: 'A module is changed behind its index.ts without its neighbours noticing',
      from: { path: '^server/src/modules/([^/]+)/' },
      to: {
        path: '^server/src/modules/([^/]+)/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'outsiders-use-the-door',
      severity: 'error',
      comment: 'The same for the rest of the server',
      from: { path: '^server/src/', pathNot: '^server/src/modules/' },
      to: { path: '^server/src/modules/[^/]+/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      comment: 'The kernel can be read and tested without anything else',
      from: { path: '^server/src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/(db|http|modules|supervisor|cli)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Decisions are tested without a database',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '^server/src/(db|http)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'db-below-http',
      severity: 'error',
      comment: 'The database knows nothing of requests',
      from: { path: '^server/src/db/' },
      to: { path: '^server/src/(http|modules)/' },
    },
    {
      name: 'server-and-web-apart',
      severity: 'error',
      comment: 'They share openapi.json and nothing else',
      from: { path: '^web/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'web-one-way-ui',
      severity: 'error',
      comment: 'ui <- features <- routes <- app',
      from: { path: '^web/src/ui/' },
      to: { path: '^web/src/(features|routes|app)/' },
    },
    {
      name: 'web-one-way-features',
      severity: 'error',
      comment: 'ui <- features <- routes <- app',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/(routes|app)/' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      comment: 'Features are composed in routes',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/([^/]+)/', pathNot: '^web/src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|routeTree\\.gen' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
}
