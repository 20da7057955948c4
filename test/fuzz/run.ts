// `npm run fuzz -- [--cases N] [--seed N] [--only TEXT]`: N requests to every route (whose name holds the text), none of them
// hurried; the summary says what was sent and answered.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
  },
})
const { status } = spawnSync(
  join('node_modules', '.bin', 'vitest'),
  ['run', '--project', 'integration', 'test/fuzz/reading-routes', 'test/fuzz/changing-routes'],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_CASES: values.cases, FUZZ_SEED: values.seed, FUZZ_ONLY: values.only },
  },
)
process.exitCode = status ?? 1
