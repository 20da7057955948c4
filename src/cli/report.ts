import type { Register } from './register.ts'
import type { ReportFlags } from './report/run-report.ts'
import { sayIn } from './terminal.ts'

/** `tilsyn report`: ANALYSIS.json in, the committee's report out; needs no server. */
export const registerReport: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('report')
    .description(
      say('skriv udvalgets rapport ud fra en analyse', "write the committee's report from an analysis"),
    )
    .requiredOption(
      '--analysis <file>',
      say('ANALYSIS.json fra tilsyn analyse', 'ANALYSIS.json from tilsyn analyse'),
    )
    .requiredOption(
      '--programme <file>',
      say('programmet, analysen er lavet med (YAML)', 'the programme the analysis was made with (YAML)'),
    )
    .requiredOption(
      '--format <list>',
      say(
        'pdf, docx, xlsx, pptx, html, csv, json, adskilt med komma',
        'pdf, docx, xlsx, pptx, html, csv, json, separated by commas',
      ),
    )
    .requiredOption(
      '--audience <list>',
      say(
        'internal (intern), public (offentlig) eller begge, adskilt med komma',
        'internal, public, or both separated by a comma',
      ),
    )
    .option(
      '--lang <list>',
      say(
        'rapportens sprog: da, en eller begge, adskilt med komma',
        "the report's language: da, en, or both separated by a comma",
      ),
      'da',
    )
    .option(
      '--irregularities <file>',
      say(
        'hvad der gik anderledes end planlagt (YAML-liste; tom: intet)',
        'what went otherwise than planned (YAML list; empty: nothing did)',
      ),
    )
    .option(
      '--draw <file...>',
      say(
        'rundens DRAW.json-filer, hvis kontrolsummer rapporten trykker',
        "the round's DRAW.json files, whose digests the report prints",
      ),
    )
    .option('--municipality <name>', say('trykkes på forsiden', 'printed on the front page'))
    .option(
      '--brand <file>',
      say(
        'kommunens navn, farve, logo og forside (YAML)',
        "the municipality's name, colour, logo and front page (YAML)",
      ),
    )
    .option(
      '--notice <text>',
      say(
        'trykkes på hver side, for eksempel at sagerne er konstruerede',
        'printed on every page, for example that the cases are constructed',
      ),
    )
    .option(
      '--date <day>',
      say(
        'filernes dato, så samme input giver samme bytes (hvis den udelades: i dag)',
        "the files' date, so that the same input gives the same bytes (default: today)",
      ),
    )
    .requiredOption('--out <folder>', say('hvor filerne skal skrives', 'where to write the files'))
    .action(async (flags: ReportFlags) => {
      const { runReport } = await import('./report/run-report.ts')
      await runReport(terminal, flags, new Date())
    })
}
