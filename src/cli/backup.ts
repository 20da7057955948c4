import type { Command } from 'commander'
import type { BackupFlags, KeyFlags } from './backup/run-backup.ts'
import type { RestoreFlags } from './backup/run-restore.ts'
import type { Register } from './register.ts'
import { sayIn, type Say } from './terminal.ts'
import { addDataOption } from './where.ts'

function addKeyOptions(command: Command, say: Say): Command {
  return command
    .option(
      '--key <file>',
      say(
        'fil med age-nøgler (hvis den udelades: TILSYN_BACKUP_KEY_FILE); for at lave en kopi er den offentlige nok',
        'file with age keys (default: TILSYN_BACKUP_KEY_FILE); to make a backup the public one is enough',
      ),
    )
    .option(
      '--passphrase-file <file>',
      say('fil med en adgangssætning i stedet for en nøgle', 'file with a passphrase in place of a key'),
    )
}

/** `tilsyn backup` with `verify`, `status` and `key`: everything in one encrypted file. */
export const registerBackup: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const backup = program
    .command('backup')
    .description(
      say(
        'skriv alt i databasen til én krypteret fil; serveren må gerne køre imens',
        'write everything in the database to one encrypted file; the server may run meanwhile',
      ),
    )
    .option(
      '--to <path>',
      say(
        'ny fil eller en mappe (hvis den udelades: TILSYN_BACKUP_TO)',
        'new file or a folder (default: TILSYN_BACKUP_TO)',
      ),
    )
  addKeyOptions(addDataOption(backup, say), say).action(async (flags: BackupFlags) => {
    const { runBackup } = await import('./backup/run-backup.ts')
    await runBackup(terminal, flags)
  })
  addKeyOptions(
    backup
      .command('verify')
      .argument('<file>', say('sikkerhedskopien', 'the backup'))
      .description(
        say(
          'læs en sikkerhedskopi til ende: kan den åbnes, er den hel, passer hver tabels digest; det skrives ned ved siden af den',
          'read a backup to its end: does it open, is it whole, does every table’s digest fit; that is noted beside it',
        ),
      ),
    say,
  ).action(async (file: string, _flags: KeyFlags, command: Command) => {
    const { runVerify } = await import('./backup/run-backup.ts')
    await runVerify(terminal, file, command.optsWithGlobals<KeyFlags>())
  })
  backup
    .command('key')
    .description(
      say(
        'lav et nøglepar: den hemmelige nøgle i en fil, den offentlige på skærmen',
        'make a pair of keys: the secret one in a file, the public one on the screen',
      ),
    )
    .option('--to <file>', say('ny fil til den hemmelige nøgle', 'new file for the secret key'))
    .action(async (_flags: unknown, command: Command) => {
      const { to } = command.optsWithGlobals<{ readonly to?: string }>()
      if (to === undefined) command.error("error: required option '--to <file>' not specified")
      const { runKey } = await import('./backup/run-backup.ts')
      await runKey(terminal, { to })
    })
  backup
    .command('status')
    .description(
      say(
        'hvornår den nyeste sikkerhedskopi er lavet og efterprøvet; udgangskode 1, hvis det er over to døgn eller 35 dage siden',
        'when the newest backup was made, and the newest verified one; exit code 1 if that is more than two days, or 35 days, ago',
      ),
    )
    .option(
      '--to <folder>',
      say(
        'mappen med sikkerhedskopierne (hvis den udelades: TILSYN_BACKUP_TO)',
        'the folder of the backups (default: TILSYN_BACKUP_TO)',
      ),
    )
    .action(async (_flags: unknown, command: Command) => {
      const { runStatus } = await import('./backup/run-status.ts')
      await runStatus(terminal, command.optsWithGlobals<{ readonly to?: string }>())
    })
}

/** `tilsyn restore`: an empty database filled from a backup. */
export const registerRestore: Register = (program, terminal) => {
  const say = sayIn(terminal)
  addKeyOptions(
    addDataOption(
      program
        .command('restore')
        .argument('<file>', say('sikkerhedskopien', 'the backup'))
        .description(
          say(
            'gendan en sikkerhedskopi i en tom database: alt eller intet',
            'restore a backup into an empty database: all or nothing',
          ),
        )
        .option(
          '--without-personal-key',
          say(
            'også uden den nøgle, personnumrene er krypteret med; de kan så ikke læses',
            'also without the key that personal numbers are encrypted with; they cannot be read then',
          ),
        ),
      say,
    ),
    say,
  ).action(async (file: string, flags: RestoreFlags) => {
    const { runRestore } = await import('./backup/run-restore.ts')
    await runRestore(terminal, file, flags)
  })
}
