import type { Command } from 'commander'
import type { ReportFlags } from './report/run-report.ts'
import type { Terminal } from './terminal.ts'

/** `tilsyn report`: ANALYSIS.json in, the committee's report out; needs no server. */
export function registerReport(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description("write the committee's report from an analysis")
    .requiredOption('--analysis <file>', 'ANALYSIS.json from tilsyn analyse')
    .requiredOption('--programme <file>', 'the programme the analysis was made with (YAML)')
    .requiredOption('--format <list>', 'pdf, docx, xlsx, pptx, html, separated by commas')
    .requiredOption('--audience <list>', 'internal, public, or both separated by a comma')
    .option('--lang <list>', 'da, en, or both separated by a comma', 'da')
    .option('--irregularities <file>', 'what went otherwise than planned (YAML list; empty: nothing did)')
    .option('--draw <file...>', "the round's DRAW.json files, whose digests the report prints")
    .option('--municipality <name>', 'printed on the front page')
    .option('--notice <text>', 'printed on every page, for example that the cases are constructed')
    .option('--date <day>', "the files' date, so that the same input gives the same bytes (default: today)")
    .requiredOption('--out <folder>', 'where to write the files')
    .action(async (flags: ReportFlags) => {
      const { runReport } = await import('./report/run-report.ts')
      await runReport(terminal, flags, new Date())
    })
}
