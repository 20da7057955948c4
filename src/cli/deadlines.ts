import { InvalidArgumentError } from 'commander'
import { deadlineStates, type DeadlineState } from '../core/caseflow/deadline.ts'
import { readAsOf } from './deadlines/read-as-of.ts'
import type { DeadlinesFlags } from './deadlines/run-deadlines.ts'
import type { Register } from './register.ts'
import { sayIn, type Say } from './terminal.ts'

/** `tilsyn deadlines`: every deadline of every case, from a file of events; needs no server. */
export const registerDeadlines: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('deadlines')
    .description(
      say(
        'bedøm enhver frist i enhver sag ud fra sagernes hændelser',
        'judge every deadline of every case by what happened in it',
      ),
    )
    .requiredOption(
      '--rules <file...>',
      say(
        'fristregler (YAML), en fil eller flere; den lov, der gjaldt, da fristen begyndte, afgør',
        'deadline rules (YAML), one file or several; the law in force when a deadline began decides',
      ),
    )
    .requiredOption(
      '--events <file>',
      say(
        'hændelser: CSV eller XLSX med case_id, event, at og gerne unit, caseworker, child, event_id, registered, born',
        'events: CSV or XLSX with case_id, event, at and preferably unit, caseworker, child, event_id, registered, born',
      ),
    )
    .requiredOption(
      '--as-of <time>',
      say(
        'tidspunktet, der bedømmes på, i dansk tid: 2018-06-30 (når dagen er gået) eller 2018-06-30T12:00',
        'the time to judge at, in Danish time: 2018-06-30 (when the day is over) or 2018-06-30T12:00',
      ),
      timeReader(say),
    )
    .requiredOption('--out <file>', say('hvor BREACHES.csv skal skrives', 'where to write BREACHES.csv'))
    .option(
      '--mapping <file>',
      say('kildens ord for kolonner og hændelser (YAML)', "the source's words for columns and events (YAML)"),
    )
    .option(
      `--state <${say('tilstande', 'states')}>`,
      say(
        `skriv kun disse tilstande, adskilt med komma: ${deadlineStates.join(', ')}; ellers alle undtagen not-applicable`,
        `write only these states, separated by commas: ${deadlineStates.join(', ')}; otherwise all but not-applicable`,
      ),
      stateReader(say),
    )
    .option(
      '--skip-refused',
      say(
        'gå videre uden de rækker, der er fejl i; de tælles og nævnes',
        'go on without the rows that are wrong; they are counted and named',
      ),
    )
    .option(
      '--explain',
      say(
        'vis hver regels lovgrundlag, og hvor sikre vi er på det',
        'show the legal basis of each rule and how sure we are of it',
      ),
    )
    .addHelpText('after', say(help.da, help.en))
    .action(async (flags: DeadlinesFlags) => {
      const { runDeadlines } = await import('./deadlines/run-deadlines.ts')
      await runDeadlines(terminal, flags)
    })
}

const help = {
  da: `
Filen får en række for hver frist, også de overholdte, så andelen i tide kan regnes efter; --state late,open
giver kun overskridelserne. Kolonner: case_id, rule, unit, caseworker, started, due, done, state, lateBy, lateIn,
because, rules. lateBy tæller det, lateIn siger (hours, days); because siger, hvad der mangler, når state er cannot-tell.
Semikolon, decimalkomma og UTF-8 med mærke, som danske regneark åbner direkte.

Fejl i rækkerne standser kommandoen, og intet skrives. Hændelser efter --as-of er endnu ikke sket og tælles for sig.`,
  en: `
The file gets a row for every deadline, those that were met too, so that the share in time can be computed again;
--state late,open gives the breaches only. Columns: case_id, rule, unit, caseworker, started, due, done, state, lateBy,
lateIn, because, rules. lateBy counts what lateIn says (hours, days); because says what is missing where state is
cannot-tell. Semicolons, decimal commas and marked UTF-8, which Danish spreadsheets open directly.

Wrong rows stop the command, and nothing is written. Events after --as-of have not happened yet and are counted apart.`,
}

function timeReader(say: Say): (text: string) => number {
  return (text) => {
    const moment = readAsOf(text)
    if (moment !== undefined) return moment
    throw new InvalidArgumentError(
      say(
        'Det er ikke et tidspunkt, der findes. Skriv det som 2018-06-30 eller 2018-06-30T12:00.',
        'That is not a time that exists. Write it as 2018-06-30 or 2018-06-30T12:00.',
      ),
    )
  }
}

function stateReader(say: Say): (text: string) => readonly DeadlineState[] {
  return (text) =>
    text.split(',').map((word) => {
      const state = deadlineStates.find((known) => known === word.trim().toLowerCase())
      if (state !== undefined) return state
      throw new InvalidArgumentError(
        say(
          `"${word.trim()}" er ingen tilstand. Skriv en eller flere af: ${deadlineStates.join(', ')}.`,
          `"${word.trim()}" is no state. Write one or more of: ${deadlineStates.join(', ')}.`,
        ),
      )
    })
}
