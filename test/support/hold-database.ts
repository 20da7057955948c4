// Opens the database of the folder in its first argument as `tilsyn serve` does, with the second as the place outside
// it, reports one JSON line, and holds it until SIGTERM or SIGINT.
import { startDatabase } from '../../src/boot/database.ts'

const [folder = '', outside = ''] = process.argv.slice(2)
const started = await startDatabase(
  { kind: 'embedded', folder, outside },
  { now: Date.now, log: () => undefined, onLost: () => process.exit(3) },
)
if (!started.ok) {
  process.stdout.write(`${JSON.stringify({ refused: started.problems[0]?.code })}\n`)
  process.exitCode = 1
} else {
  const { embedded, stop } = started.value
  const beating = setInterval(() => undefined, 1000)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      clearInterval(beating)
      void stop()
    })
  process.stdout.write(`${JSON.stringify(embedded)}\n`)
}
