import type { Register } from './register.ts'
import { orRefuse, sayIn } from './terminal.ts'

interface Flags {
  readonly data?: string
  readonly municipality?: string
}

/** `tilsyn unit add | list`: the units that case files name. */
export const registerUnit: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const unit = program
    .command('unit')
    .description(say('enheder, hvis sagstrin der føres tilsyn med', 'units whose case stages are audited'))
  const data = [
    '--data <folder>',
    say(
      'mappe til programmets egen database (hvis den udelades: .tilsyn)',
      "folder of the program's own database (default: .tilsyn)",
    ),
  ] as const
  const municipality = [
    '--municipality <name>',
    say(
      'kommunens navn; skal angives, hvor databasen har flere',
      "the municipality's name; needed where the database has several",
    ),
  ] as const
  unit
    .command('add <name>')
    .description(
      say('tilføj en enhed med det navn, den har i sagsfilerne', 'add a unit, named as in the case files'),
    )
    .option(
      '--kind <kind>',
      say('family (familieenhed) eller duty (døgnvagt)', 'family (a family unit) or duty (the duty unit)'),
      'family',
    )
    .option(...municipality)
    .option(...data)
    .action(async (name: string, flags: Flags & { readonly kind: string }) => {
      const { addUnit } = await import('../boot/units.ts')
      const added = orRefuse(terminal, await addUnit(whereOf(flags), { name, kind: flags.kind }))
      terminal.out(
        terminal.language === 'da' ? `${added.name} er oprettet.\n` : `${added.name} has been added.\n`,
      )
    })
  unit
    .command('list')
    .description(
      say(
        'enhedernes navne og art, adskilt af tabulatorer',
        'names and kinds of the units, separated by tabs',
      ),
    )
    .option(...municipality)
    .option(...data)
    .action(async (flags: Flags) => {
      const { listUnits } = await import('../boot/units.ts')
      for (const { name, kind } of orRefuse(terminal, await listUnits(whereOf(flags))))
        terminal.out(`${name}\t${kind}\n`)
    })
}

function whereOf({ data, municipality }: Flags) {
  return { data, municipality }
}
