// `npm run fuzz -- [--cases N] [--seed N] [--only TEXT] [--patience S]`: N requests to every route (whose name holds the text).
// With a patience, what of a route's requests is left after that many seconds comes from nobody. Each route is told as it ends.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: 'Infinity' },
  },
})
const { status } = spawnSync(
  join('node_modules', '.bin', 'vitest'),
  ['run', '--project', 'integration', 'test/fuzz/reading-routes', 'test/fuzz/changing-routes'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_CASES: values.cases,
      FUZZ_SEED: values.seed,
      FUZZ_ONLY: values.only,
      FUZZ_PATIENCE: String(Number(values.patience) * 1000),
    },
  },
)
process.exitCode = status ?? 1
