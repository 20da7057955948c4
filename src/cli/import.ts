import { basename } from 'node:path'
import type { ImportOutcome } from '../app/registry/import-outcome.ts'
import {
  optionalRegistryColumns,
  requiredRegistryColumns,
  type RegistryMapping,
} from '../core/registry/registry-columns.ts'
import { formatProblem } from '../core/language/problem.ts'
import { readColumnMapping } from '../core/tabular/column-mapping.ts'
import type { Register } from './register.ts'
import { orRefuse, readInput, refuse, type Terminal } from './terminal.ts'

interface ImportFlags {
  readonly source: string
  readonly columns?: string
  readonly confirm?: true
  readonly skipRefused?: true
  readonly municipality?: string
  readonly data?: string
}

/** `tilsyn import`: case stages from a file into the configured database. */
export const registerImport: Register = (program, terminal) => {
  program
    .command('import <file>')
    .description('Compare case stages (CSV, XLSX) with the registry, and with --confirm write them to it')
    .requiredOption('--source <name>', 'the kind of file; its column mapping is kept under this name')
    .option('--columns <file>', 'YAML: our column name to the file’s, one line each')
    .option('--confirm', 'write new and changed rows; without it nothing is written')
    .option('--skip-refused', 'with --confirm: write the good rows of a file that also has refused ones')
    .option('--municipality <name>', 'needed where the database has several')
    .option('--data <folder>', "folder of the program's own database (default: .tilsyn)")
    .action((file: string, flags: ImportFlags) => run(terminal, file, flags))
}

async function run(terminal: Terminal, path: string, flags: ImportFlags): Promise<void> {
  const mapping = flags.columns === undefined ? undefined : await readMapping(terminal, flags.columns)
  const bytes = await readInput(terminal, path)
  const { importInto } = await import('../boot/imports.ts')
  const outcome = orRefuse(
    terminal,
    await importInto(
      { data: flags.data, municipality: flags.municipality },
      { name: basename(path), bytes, source: flags.source, mapping },
      { confirm: flags.confirm === true, withoutRefused: flags.skipRefused === true },
    ),
  )
  terminal.out(summary(outcome, terminal.language === 'da'))
  if (outcome.problems.length === 0) return
  if (!outcome.written) refuse(terminal, outcome.problems)
  for (const problem of outcome.problems) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
}

async function readMapping(terminal: Terminal, path: string): Promise<RegistryMapping> {
  const text = (await readInput(terminal, path)).toString('utf8')
  const all = orRefuse(terminal, readColumnMapping(text, path))
  const ours = [...requiredRegistryColumns, ...optionalRegistryColumns]
  return Object.fromEntries(ours.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
}

function summary({ counts, written }: ImportOutcome, danish: boolean): string {
  const { rows, new: added, changed, unchanged, refused, open } = counts
  const figures = danish
    ? `${rows} rækker: ${added} nye, ${changed} ændrede, ${unchanged} uændrede, ${refused} afviste (${open} ikke afsluttede)`
    : `${rows} rows: ${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused (${open} not finished)`
  const done = danish
    ? written
      ? 'Sagsregistret er opdateret.'
      : 'Intet er skrevet.'
    : written
      ? 'The registry is updated.'
      : 'Nothing was written.'
  return `${figures}\n${done}\n`
}
