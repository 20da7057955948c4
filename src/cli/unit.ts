import type { Register } from './register.ts'
import { orRefuse, sayIn } from './terminal.ts'
import { addWhereOptions, whereOf, type WhereFlags } from './where.ts'

/** `tilsyn unit add | list`: the units that case files name. */
export const registerUnit: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const unit = program
    .command('unit')
    .description(say('enheder, hvis sagstrin der føres tilsyn med', 'units whose case stages are audited'))
  addWhereOptions(
    unit
      .command('add <name>')
      .description(
        say('tilføj en enhed med det navn, den har i sagsfilerne', 'add a unit, named as in the case files'),
      )
      .option(
        '--kind <kind>',
        say('family (familieenhed) eller duty (døgnvagt)', 'family (a family unit) or duty (the duty unit)'),
        'family',
      ),
    say,
  ).action(async (name: string, flags: WhereFlags & { readonly kind: string }) => {
    const { addUnit } = await import('../boot/units.ts')
    const added = orRefuse(terminal, await addUnit(whereOf(flags), { name, kind: flags.kind }))
    terminal.out(
      terminal.language === 'da' ? `${added.name} er oprettet.\n` : `${added.name} has been added.\n`,
    )
  })
  addWhereOptions(
    unit
      .command('list')
      .description(
        say(
          'enhedernes navne og art, adskilt af tabulatorer',
          'names and kinds of the units, separated by tabs',
        ),
      ),
    say,
  ).action(async (flags: WhereFlags) => {
    const { listUnits } = await import('../boot/units.ts')
    for (const { name, kind } of orRefuse(terminal, await listUnits(whereOf(flags))))
      terminal.out(`${name}\t${kind}\n`)
  })
}
