/** One room may look into these rooms and no others; the direction is design, not habit. */
const ROOMS = {
  kernel: [],
  domain: ['kernel'],
  workflow: ['domain', 'kernel'],
  eventstore: ['kernel'],
  codec: ['domain', 'eventstore', 'kernel'],
  keys: ['codec', 'kernel'],
  wording: [
    'application',
    'codec',
    'domain',
    'eventstore',
    'keys',
    'kernel',
    'projections',
    'workflow',
  ],
  projections: ['codec', 'domain', 'eventstore', 'kernel', 'workflow'],
  application: ['codec', 'domain', 'eventstore', 'kernel', 'workflow'],
  graphql: [
    'application',
    'codec',
    'domain',
    'eventstore',
    'kernel',
    'projections',
    'wording',
    'workflow',
  ],
};

const room = (name) => `^src/${name}/`;

const directions = Object.entries(ROOMS).map(([from, allowed]) => ({
  name: `${from}-looks-only-inward`,
  comment: `src/${from} may import ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^src/', pathNot: [from, ...allowed].map(room) },
}));

const config = {
  forbidden: [
    ...directions,
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'no package and no part of the runtime in kernel and domain',
      severity: 'error',
      from: { path: '^src/(kernel|domain)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
    {
      name: 'adapters-never-meet',
      severity: 'error',
      from: { path: '^src/eventstore/(memory|sqlite|kurrent)/' },
      to: { path: '^src/eventstore/(memory|sqlite|kurrent)/', pathNot: '^src/eventstore/$1/' },
    },
    {
      name: 'only-server-and-cli-know-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server|cli|eventstore|keys)/' },
      to: { path: '^src/(eventstore/(memory|sqlite|kurrent)|keys)/' },
    },
    {
      name: 'the-port-knows-no-adapter',
      severity: 'error',
      from: { path: '^src/eventstore/[^/]+$' },
      to: { path: '^src/eventstore/(memory|sqlite|kurrent)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'only-workflow-knows-statecharts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workflow/' },
      to: { path: '^(node_modules/)?(xstate|@marcbachmann/cel-js)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
    parser: 'swc',
  },
};

export default config;
