import { defineConfig } from 'vitest/config'

/** Tests that change the app's role, which all databases of a server share. */
const alone = ['test/integration/isolation*.test.ts']
/** Tests that start servers of their own, read a server's files or are about none: on a given one they prove nothing more. */
const ofOwnServers =
  process.env.TEST_DATABASE_URL === undefined
    ? []
    : ['test/faults/database.test.ts', 'test/fuzz/**', 'test/integration/logs-or-nothing.test.ts']

const setupFiles = ['test/support/fuzz-seed.ts']

export default defineConfig({
  test: {
    projects: [
      // Waiting long costs nothing; a machine with other work must not fail a test.
      {
        test: {
          name: 'core',
          setupFiles,
          include: ['src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          // Pure functions hold no state; loading them once takes a third off.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          setupFiles,
          globalSetup: ['test/support/test-server.ts'],
          include: [
            'test/integration/**/*.test.ts',
            'test/migrations/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/fuzz/**/*.test.ts',
          ],
          exclude: [...alone, ...ofOwnServers],
          environment: 'node',
          // Which route it was stands in the message, which is all that is told at the end.
          chaiConfig: { truncateThreshold: 2000 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'integration-alone',
          setupFiles,
          globalSetup: ['test/support/test-server.ts'],
          include: alone,
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser',
          setupFiles,
          globalSetup: ['test/support/test-server.ts'],
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
})
