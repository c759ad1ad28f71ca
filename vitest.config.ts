import { defineConfig } from 'vitest/config'
import { poolerProgram } from './server/test/pooler.ts'
import { installedBinaries } from './server/test/postgres.ts'

const everything = ['server/src/**/*.test.ts', 'server/test/**/*.test.ts']

// The server keeps nothing between two requests that a test could see: files share what they import, which takes longer
// to load than most of them to run.
const server = (name: string, include: string[] = everything) => ({
  test: {
    name,
    include,
    isolate: false,
    exclude: [
      'server/src/kernel/**',
      'server/src/**/*.rules.test.ts',
      'server/src/supervisor/**',
      'server/src/cli/**',
    ],
    globalSetup: ['server/test/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

// The server's tests run on the PostgreSQL that is shipped and, where one is installed, those that ask most of a database
// on that as well (15 is the oldest supported).
const onInstalled = [
  'server/test/contract/tables.test.ts',
  'server/src/http/*.test.ts',
  'server/src/modules/{auth/auth,attributes/attributes,bulk/bulk}.test.ts',
  'server/src/modules/customers/{list/list,search/search,record/*,photo/*,similar/*}.test.ts',
]
// And those that ask for something else where the database is behind a pooler, with a real PgBouncer.
const onPooled = [
  'server/src/db/{aside,standing}.test.ts',
  'server/src/http/proof.test.ts',
  'server/src/modules/{bulk/bulk,exports/exports,orders/orders}.test.ts',
  'server/src/modules/customers/write/write.test.ts',
]
const isPoolerThere = poolerProgram() !== null
if (!isPoolerThere) console.info('server-pooled is left out: there is no pgbouncer on this machine')
// What only looks at pages in a browser goes two files at a time, once the server's tests are through. What measures how
// long something takes, or kills processes, has the machine to itself.
const alone = [
  'server/src/supervisor/**/*.test.ts',
  'server/src/cli/**/*.test.ts',
  'e2e/{bulk-orders-crash,command-lines,crash,docs,live,processes,weight}.test.ts',
]
const projects = [
  {
    test: {
      name: 'rules',
      include: ['server/src/kernel/**/*.test.ts', 'server/src/**/*.rules.test.ts'],
      isolate: false,
      testTimeout: 30_000,
    },
  },
  // What the web app remembers, a page forgets when it is left: so does each file.
  { test: { name: 'web', include: ['web/src/**/*.test.ts'], testTimeout: 30_000 } },
  server('server'),
  ...(installedBinaries() === null ? [] : [server('server-installed', onInstalled)]),
  ...(isPoolerThere ? [server('server-pooled', onPooled)] : []),
  {
    test: {
      name: 'journeys',
      include: ['e2e/**/*.test.ts'],
      exclude: alone,
      globalSetup: ['e2e/house.kit.ts'],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      sequence: { groupOrder: 1 },
      // What a page is to show may take its time where two browsers share the machine.
      expect: { poll: { timeout: 10_000 } },
    },
  },
  {
    test: {
      name: 'processes',
      include: alone,
      globalSetup: ['e2e/house.kit.ts'],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      fileParallelism: false,
    },
  },
]

export default defineConfig({
  test: { projects, reporters: ['default', './scripts/count-reporter.ts'], maxWorkers: 2 },
})
