import { restoreFile } from '../../boot/restore.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, sayIn, type Terminal } from '../terminal.ts'
import { countsOf, keyOf, type KeyFlags } from './run-backup.ts'

export interface RestoreFlags extends KeyFlags {
  readonly data?: string
  readonly withoutPersonalKey?: boolean
}

export async function runRestore(terminal: Terminal, file: string, flags: RestoreFlags): Promise<void> {
  const say = sayIn(terminal)
  const bar = openProgress(terminal, { da: 'Gendanner', en: 'Restoring' })
  const restored = await restoreFile(file, {
    ...keyOf(flags),
    data: flags.data,
    withoutPersonalKey: flags.withoutPersonalKey === true,
    progress: (share) => bar.show(share),
  })
  bar.close()
  const { head, tables } = orRefuse(terminal, restored)
  terminal.out(
    `${say(
      `Gendannet: ${countsOf(tables, terminal)}. Hver tabel er læst tilbage og er den samme som i sikkerhedskopien.`,
      `Restored: ${countsOf(tables, terminal)}. Every table was read back and is the same as in the backup.`,
    )}\n`,
  )
  terminal.out(
    `${say(
      'Alle skal logge ind igen. Skriv gendannelsen ned: loggenes segl fortæller, at senere poster mangler (docs/sealed-logs.md).',
      'Everybody must sign in again. Note the restore: the logs’ seals will tell that later entries are missing (docs/sealed-logs.md).',
    )}\n`,
  )
  if (head.demo)
    terminal.out(`${say('Det er demodata; start med --demo.', 'These are demo data; start with --demo.')}\n`)
}
