// Asks npm's advisory service whether a version that is locked has a known weakness: `npm run weaknesses`. Ends with 1 where
// one is high or critical (docs/protection.md says how fast it must be mended), and with 3 where nobody could be asked.
import { spawnSync } from 'node:child_process'

/** Ends the program; told apart from "none found". */
export const notAsked = 3
const patience = 60_000
const severities = ['critical', 'high', 'moderate', 'low'] as const

interface Answer {
  readonly metadata?: {
    readonly vulnerabilities?: Readonly<Record<(typeof severities)[number] | 'total', number>>
  }
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
}

if (import.meta.main) {
  const asked = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
    encoding: 'utf8',
    timeout: patience,
  })
  const answer = parsed(asked.stdout)
  const counts = answer?.metadata?.vulnerabilities
  if (answer === undefined || counts === undefined) {
    process.stdout.write('known weaknesses (npm audit): not run, the advisory service did not answer\n')
    process.exitCode = notAsked
  } else {
    for (const [name, { severity, range }] of Object.entries(answer.vulnerabilities ?? {}))
      process.stdout.write(`${severity}: ${name} ${range}\n`)
    const said = severities.map((severity) => `${counts[severity]} ${severity}`).join(', ')
    process.stdout.write(`known weaknesses (npm audit): ${said}\n`)
    process.exitCode = counts.critical + counts.high > 0 ? 1 : 0
  }
}

/** Anything but npm's own answer, such as a proxy's page, is none. */
function parsed(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
}
