import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'

/** `tilsyn figures check`: finds printed figures that cannot be. */
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
}
