import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `tilsyn figures check`: finds printed figures that cannot be. */
export function registerFigures(program: Command, terminal: Terminal): void {
  const figures = program.command('figures').description('work on the figures that a report has printed')
  figures
    .command('check <file>')
    .description('find printed figures that cannot be: YAML of rounds, or rows of label, percent and n')
    .action(async (path: string) => {
      const { runFiguresCheck } = await import('./figures/run-figures-check.ts')
      await runFiguresCheck(terminal, path)
    })
}
