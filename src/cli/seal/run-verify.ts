import type { LogReport } from '../../app/access/seal/verify-log.ts'
import { verifyLogs, type Verified } from '../../boot/verify-logs.ts'
import { openProgress } from '../progress.ts'
import { Exit, orRefuse, sayIn, type Terminal } from '../terminal.ts'
import { whereOf, type WhereFlags } from '../where.ts'
import { findingLine } from './finding-line.ts'
import { notesOn, summary } from './summary.ts'

export interface VerifyFlags extends WhereFlags {
  readonly heads?: readonly string[]
  readonly key?: readonly string[]
}

/** Lines of one municipality on the screen; the rest is counted. */
const mostShown = 100

export async function runVerify(terminal: Terminal, flags: VerifyFlags): Promise<void> {
  const say = sayIn(terminal)
  let found = 0
  const withHeads = flags.heads !== undefined
  const bar = openProgress(terminal, { da: 'Efterregner', en: 'Verifying' })
  const verified = (municipality: string, report: LogReport): void => {
    bar.close()
    found += report.findings.count
    terminal.out(`${municipality}: ${summary(report, terminal.language)}\n`)
    for (const finding of report.findings.kept.slice(0, mostShown))
      terminal.err(`${municipality}: ${findingLine(finding, terminal.language)}\n`)
    const more = report.findings.count - mostShown
    if (more > 0)
      terminal.err(`${municipality}: ${say(`og ${more} fund mere`, `and ${more} findings more`)}\n`)
    for (const note of notesOn(report, terminal.language)) terminal.out(`  ${note}\n`)
  }
  const done = orRefuse(
    terminal,
    await verifyLogs(whereOf(flags), {
      heads: flags.heads ?? [],
      keys: flags.key ?? [],
      progress: (_, share) => bar.show(share),
      verified,
    }),
  )
  bar.close()
  for (const id of done.missing)
    terminal.err(
      `${say(
        `Kommunen ${id} har underskrevne hoveder i filen, men findes ikke i databasen.`,
        `The municipality ${id} has signed heads in the file and is not in the database.`,
      )}\n`,
    )
  for (const line of unproven(done, withHeads, say)) terminal.out(`${line}\n`)
  if (found + done.missing.length > 0) throw new Exit(1)
}

/** What a good result does not say. */
function unproven({ keys, ownKeys }: Verified, withHeads: boolean, say: ReturnType<typeof sayIn>): string[] {
  return [
    ...(withHeads
      ? []
      : [
          say(
            'Ikke bevist: at intet er skåret af i enden sammen med sine segl. Det viser kun de udskrevne hoveder (--heads).',
            'Not proven: that nothing was cut off at the end together with its seals. Only the written-out heads show that (--heads).',
          ),
        ]),
    ...(keys === 0
      ? [
          say(
            'Ikke bevist: at hovederne er underskrevet med vores nøgle, for der var ingen offentlig nøgle (--key).',
            'Not proven: that the heads are signed with our key, since there was no public key (--key).',
          ),
        ]
      : ownKeys
        ? [
            say(
              'Den offentlige nøgle er serverens egen kopi. Brug --key med en kopi, der er gemt et andet sted, hvis serveren selv er under mistanke.',
              'The public key is the server’s own copy. Use --key with a copy kept elsewhere if the server itself is in doubt.',
            ),
          ]
        : []),
  ]
}
