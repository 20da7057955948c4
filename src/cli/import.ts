import { basename } from 'node:path'
import type { ImportOutcome } from '../app/registry/import-outcome.ts'
import {
  optionalRegistryColumns,
  requiredRegistryColumns,
  type RegistryMapping,
} from '../core/registry/registry-columns.ts'
import { plural } from '../core/language/plural.ts'
import { formatProblem } from '../core/language/problem.ts'
import { readColumnMapping } from '../core/tabular/column-mapping.ts'
import type { Register } from './register.ts'
import { readInput, readText } from './files.ts'
import { orRefuse, refuse, sayIn, type Terminal } from './terminal.ts'
import { addWhereOptions, whereOf, type WhereFlags } from './where.ts'

interface ImportFlags extends WhereFlags {
  readonly source: string
  readonly columns?: string
  readonly confirm?: true
  readonly skipRefused?: true
}

/** `tilsyn import`: case stages from a file into the configured database. */
export const registerImport: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const command = program
    .command('import <file>')
    .description(
      say(
        'sammenlign sagstrin (CSV, XLSX) med sagsregistret, og skriv dem til det med --confirm',
        'compare case stages (CSV, XLSX) with the registry, and with --confirm write them to it',
      ),
    )
    .requiredOption(
      '--source <name>',
      say(
        'filens art; dens kolonneoversigt gemmes under dette navn',
        'the kind of file; its column mapping is kept under this name',
      ),
    )
    .option(
      '--columns <file>',
      say(
        'kolonneoversigt (YAML eller JSON): vores navn til navnet i filen',
        'column mapping (YAML or JSON): our name to the name in the file',
      ),
    )
    .option(
      '--confirm',
      say(
        'skriv nye og ændrede rækker; ellers skrives intet',
        'write new and changed rows; without it nothing is written',
      ),
    )
    .option(
      '--skip-refused',
      say(
        'sammen med --confirm: skriv de gode rækker i en fil, der også har afviste',
        'with --confirm: write the good rows of a file that also has refused ones',
      ),
    )
  addWhereOptions(command, say).action((file: string, flags: ImportFlags) => run(terminal, file, flags))
}

async function run(terminal: Terminal, path: string, flags: ImportFlags): Promise<void> {
  const mapping = flags.columns === undefined ? undefined : await readMapping(terminal, flags.columns)
  const bytes = await readInput(terminal, path)
  const { importInto } = await import('../boot/imports.ts')
  const outcome = orRefuse(
    terminal,
    await importInto(
      whereOf(flags),
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
  const text = await readText(terminal, path)
  const all = orRefuse(terminal, readColumnMapping(text, path))
  const ours = [...requiredRegistryColumns, ...optionalRegistryColumns]
  return Object.fromEntries(ours.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
}

function summary({ counts, written }: ImportOutcome, danish: boolean): string {
  const { rows, new: added, changed, unchanged, refused, open } = counts
  const figures = danish
    ? `${rows} ${plural('da', rows, 'række', 'rækker')}: ${added} ${plural('da', added, 'ny', 'nye')}, ${changed} ${plural('da', changed, 'ændret', 'ændrede')}, ${unchanged} ${plural('da', unchanged, 'uændret', 'uændrede')}, ${refused} ${plural('da', refused, 'afvist', 'afviste')} (${open} ikke ${plural('da', open, 'afsluttet', 'afsluttede')})`
    : `${rows} ${plural('en', rows, 'row', 'rows')}: ${added} new, ${changed} changed, ${unchanged} unchanged, ${refused} refused (${open} not finished)`
  const done = danish
    ? written
      ? 'Sagsregistret er opdateret.'
      : 'Intet er skrevet.'
    : written
      ? 'The registry is updated.'
      : 'Nothing was written.'
  return `${figures}\n${done}\n`
}
