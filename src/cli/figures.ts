import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'

/** `tilsyn figures check` finds printed figures that cannot be; `figures compare` those that a report made later has otherwise. */
export const registerFigures: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const figures = program
    .command('figures')
    .description(
      say('arbejd med de tal, en rapport har trykt', 'work on the figures that a report has printed'),
    )
  figures
    .command('check <file>')
    .description(
      say(
        'find trykte tal, der ikke kan passe: YAML med runder eller rækker med label, percent og n',
        'find printed figures that cannot be: YAML of rounds, or rows of label, percent and n',
      ),
    )
    .action(async (path: string) => {
      const { runFiguresCheck } = await import('./figures/run-figures-check.ts')
      await runFiguresCheck(terminal, path)
    })
  figures
    .command('compare <released> <now>')
    .description(
      say(
        'sig hvilke tal i en udgivet rapport der er blevet andre, og hvorfor: JSON-udgaven af den og af den samme rapport lavet nu',
        'say which numbers of a released report have become others, and why: its JSON edition and that of the same report made now',
      ),
    )
    .action(async (released: string, now: string) => {
      const { runFiguresCompare } = await import('./figures/run-figures-compare.ts')
      await runFiguresCompare(terminal, released, now)
    })
}
