// The floors of the house (docs/architecture.md): imports go down only.
const floor = (name, mayUse) => ({
  name: `${name}-imports-down-only`,
  comment: `src/${name} may import ${mayUse.length === 0 ? 'only itself' : mayUse.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...mayUse].join('|')})/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    floor('core', []),
    floor('contract', ['core']),
    floor('storage', ['core']),
    floor('render', ['core']),
    floor('app', ['core', 'storage', 'contract']),
    floor('http', ['app', 'contract', 'core', 'render']),
    floor('web', ['contract', 'core']),
    floor('demo', ['app', 'storage', 'core']),
    floor('cli', ['app', 'contract', 'core', 'render', 'boot']),
    floor('boot', ['app', 'contract', 'core', 'storage', 'http', 'render', 'demo']),
    {
      name: 'core-does-no-io',
      comment: 'core is pure: of Node it may use hashing and bytes only',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer)$' },
    },
    {
      name: 'web-runs-in-the-browser',
      severity: 'error',
      from: { path: '^src/(web|contract)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(test|bench)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
