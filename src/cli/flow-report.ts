import { InvalidArgumentError } from 'commander'
import { findMonth, findWeek } from '../core/caseflow/flow/flow-period.ts'
import { readAsOf } from './deadlines/read-as-of.ts'
import type { FlowReportFlags } from './flow-report/run-flow-report.ts'
import type { Register } from './register.ts'
import { Exit, sayIn, type Say } from './terminal.ts'

/** `tilsyn flow-report`: the weekly or the monthly report of case flow from a file of events; needs no server. */
export const registerFlowReport: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('flow-report')
    .description(
      say(
        'skriv ugens eller månedens rapport om sagernes gang ud fra deres hændelser',
        'write the weekly or the monthly report of case flow from what happened in the cases',
      ),
    )
    .requiredOption(
      '--rules <file...>',
      say(
        'fristregler (YAML), en fil eller flere; deres flow siger, hvad rapporten tæller',
        'deadline rules (YAML), one file or several; their flow says what the report counts',
      ),
    )
    .requiredOption(
      '--events <file>',
      say(
        'hændelser: CSV eller XLSX med case_id, event, at og gerne unit, som til tilsyn deadlines',
        'events: CSV or XLSX with case_id, event, at and preferably unit, as for tilsyn deadlines',
      ),
    )
    .option(
      '--week <week>',
      say('ugen (ISO), for eksempel 2011-W43', 'the ISO week, for example 2011-W43'),
      weekReader(say),
    )
    .option(
      '--month <month>',
      say('måneden, for eksempel 2011-10', 'the month, for example 2011-10'),
      monthReader(say),
    )
    .option(
      '--format <list>',
      say('pdf, xlsx, docx, html, adskilt med komma', 'pdf, xlsx, docx, html, separated by commas'),
      'pdf,xlsx',
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
      '--mapping <file>',
      say('kildens ord for kolonner og hændelser (YAML)', "the source's words for columns and events (YAML)"),
    )
    .option(
      '--as-of <time>',
      say(
        'hvornår der ses, i dansk tid: 2011-11-01 (når dagen er gået) eller 2011-11-01T12:00; ellers nu',
        'when it is looked at, in Danish time: 2011-11-01 (when the day is over) or 2011-11-01T12:00; otherwise now',
      ),
      timeReader(say),
    )
    .option('--municipality <name>', say('trykkes på første side', 'printed on the first page'))
    .option(
      '--notice <text>',
      say(
        'trykkes på hver side, for eksempel at sagerne er konstruerede',
        'printed on every page, for example that the cases are constructed',
      ),
    )
    .option(
      '--skip-refused',
      say(
        'gå videre uden de rækker, der er fejl i; de tælles og nævnes',
        'go on without the rows that are wrong; they are counted and named',
      ),
    )
    .requiredOption('--out <folder>', say('hvor filerne skal skrives', 'where to write the files'))
    .addHelpText('after', say(help.da, help.en))
    .action(async ({ week, month, ...flags }: Given) => {
      const period = week ?? month
      if (period === undefined || (week !== undefined && month !== undefined)) {
        terminal.err(say('Skriv enten --week eller --month.\n', 'Write either --week or --month.\n'))
        throw new Exit(2)
      }
      const { runFlowReport } = await import('./flow-report/run-flow-report.ts')
      await runFlowReport(terminal, { ...flags, period })
    })
}

type Given = Omit<FlowReportFlags, 'period'> & {
  readonly week?: FlowReportFlags['period']
  readonly month?: FlowReportFlags['period']
}

const help = {
  da: `
Rapporten er kommunens, med en linje for hver enhed, som serveren laver den. Hvad der blev af ugens underretninger, og
om frister blev holdt, følges til --as-of; hændelser derefter er endnu ikke sket og tælles for sig. På skærmen står det
korteste af rapporten. Alle filer laves, før den første skrives.`,
  en: `
The report is the municipality's, with a line a unit, as the server makes it. What became of the week's notifications, and
whether deadlines were kept, is followed to --as-of; later events have not happened yet and are counted apart. The
shortest of the report is printed on the terminal. Every file is made before the first is written.`,
}

function weekReader(say: Say): (text: string) => FlowReportFlags['period'] {
  return (text) => {
    const found = findWeek(text)
    if (found !== undefined) return found
    throw new InvalidArgumentError(
      say(
        'Den uge findes ikke. Skriv den som 2011-W43; uge 53 findes kun i nogle år.',
        'There is no such week. Write it as 2011-W43; week 53 exists in some years only.',
      ),
    )
  }
}

function monthReader(say: Say): (text: string) => FlowReportFlags['period'] {
  return (text) => {
    const found = findMonth(text)
    if (found !== undefined) return found
    throw new InvalidArgumentError(
      say('Den måned findes ikke. Skriv den som 2011-10.', 'There is no such month. Write it as 2011-10.'),
    )
  }
}

function timeReader(say: Say): (text: string) => number {
  return (text) => {
    const moment = readAsOf(text)
    if (moment !== undefined) return moment
    throw new InvalidArgumentError(
      say(
        'Det er ikke et tidspunkt, der findes. Skriv det som 2011-11-01 eller 2011-11-01T12:00.',
        'That is not a time that exists. Write it as 2011-11-01 or 2011-11-01T12:00.',
      ),
    )
  }
}
