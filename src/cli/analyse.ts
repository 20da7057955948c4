import type { Command } from 'commander'
import type { AnalyseFlags } from './analyse/run-analyse.ts'
import type { Terminal } from './terminal.ts'

/** `tilsyn analyse`: answers in, ANALYSIS.json out; needs no server. */
export function registerAnalyse(program: Command, terminal: Terminal): void {
  program
    .command('analyse')
    .description('compute all that a round shows, from its answers')
    .requiredOption('--programme <file>', 'programme (YAML)')
    .requiredOption('--answers <file...>', 'answers: CSV or XLSX, one file or several')
    .requiredOption('--round <id>', "the round's id, for example 2018q2")
    .option('--baseline <id>', 'the round to compare with; its answers are in one of the files')
    .option(
      '--draw <file...>',
      'DRAW.json of every level, of the baseline too if at hand: cases then count by their chance to be drawn',
    )
    .option(
      '--baseline-programme <file>',
      'the programme as it was in the baseline round (YAML), if it was another version',
    )
    .option('--frame <file...>', 'case stages with their dates, for the table of cases')
    .option('--columns <file>', 'column mapping (YAML or JSON): our name to the name in the file')
    .requiredOption('--out <file>', 'where to write ANALYSIS.json')
    .action(async (flags: AnalyseFlags) => {
      const { runAnalyse } = await import('./analyse/run-analyse.ts')
      await runAnalyse(terminal, flags)
    })
}
