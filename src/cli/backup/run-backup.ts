import { backUp, verifyFile } from '../../boot/backup.ts'
import { newBackupKey } from '../../boot/backup-key.ts'
import { plural } from '../../core/language/plural.ts'
import { checkOutput } from '../files.ts'
import { orRefuse, refuse, sayIn, type Terminal } from '../terminal.ts'

export interface KeyFlags {
  readonly key?: string
  readonly passphraseFile?: string
}

export interface BackupFlags extends KeyFlags {
  readonly data?: string
  readonly to?: string
}

export function keyOf({ key, passphraseFile }: KeyFlags): {
  readonly keyFile: string | undefined
  readonly passphraseFile: string | undefined
} {
  return { keyFile: key, passphraseFile }
}

/** Rows and tables of a backup, in words. */
export function countsOf(tables: readonly { readonly rows: number }[], { language }: Terminal): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const shown = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB').format(rows)
  return language === 'da'
    ? `${shown} ${plural('da', rows, 'række', 'rækker')} i ${tables.length} tabeller`
    : `${shown} ${plural('en', rows, 'row', 'rows')} in ${tables.length} tables`
}

export async function runBackup(terminal: Terminal, flags: BackupFlags): Promise<void> {
  const request = { ...keyOf(flags), data: flags.data, to: flags.to }
  const { file, bytes, tables } = orRefuse(terminal, await backUp(request, new Date()))
  const megabytes = new Intl.NumberFormat(terminal.language === 'da' ? 'da-DK' : 'en-GB', {
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000)
  terminal.out(`${file}: ${countsOf(tables, terminal)}, ${megabytes} MB\n`)
}

export async function runVerify(terminal: Terminal, file: string, flags: KeyFlags): Promise<void> {
  const say = sayIn(terminal)
  const { head, manifest, notNoted } = orRefuse(terminal, await verifyFile(file, keyOf(flags), new Date()))
  const made = new Intl.DateTimeFormat(terminal.language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(head.made))
  const last = head.migrations.at(-1)?.file ?? ''
  terminal.out(
    `${say(
      `Hel og uændret: ${countsOf(manifest.tables, terminal)}, lavet ${made} med tabeller til og med ${last}.`,
      `Whole and unaltered: ${countsOf(manifest.tables, terminal)}, made ${made} with tables up to ${last}.`,
    )}\n`,
  )
  if (notNoted !== undefined)
    terminal.err(
      `${say('Ved siden af den kunne der ikke skrives, at den er efterprøvet', 'It could not be noted beside it that it was verified')} (${notNoted[terminal.language]}).\n`,
    )
  if (head.demo) terminal.out(`${say('Demodata.', 'Demo data.')}\n`)
  for (const { name, rows, digest } of manifest.tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    terminal.out(`${digest} ${String(rows).padStart(9)} ${name}\n`)
}

export async function runKey(terminal: Terminal, { to }: { readonly to: string }): Promise<void> {
  const say = sayIn(terminal)
  await checkOutput(terminal, to, [])
  const made = await newBackupKey(to)
  if (!made.ok) refuse(terminal, made.problems)
  terminal.err(
    `${say(
      'Gem filen et andet sted end serveren og kopierne: uden den kan ingen sikkerhedskopi åbnes. Serveren skal kun have den offentlige nøgle:',
      'Keep the file elsewhere than the server and the backups: without it no backup can be opened. The server needs the public key only:',
    )}\n`,
  )
  terminal.out(`${made.value}\n`)
}
