import { InvalidArgumentError } from 'commander'
import { readAsOf } from './deadlines/read-as-of.ts'
import type { ReconcileFlags } from './reconcile/run-reconcile.ts'
import type { Register } from './register.ts'
import { sayIn } from './terminal.ts'

/** `tilsyn reconcile`: reviews' answers beside the deadlines judged from events; needs no server. */
export const registerReconcile: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('reconcile')
    .description(
      say(
        'hold gennemgangens svar op mod fristerne i registret: hvor siger de forskelligt?',
        'hold the answers of reviews against the deadlines of the registry: where do they differ?',
      ),
    )
    .requiredOption('--programme <file>', say('tilsynsprogram (YAML)', 'programme (YAML)'))
    .requiredOption(
      '--answers <file...>',
      say('svar: CSV eller XLSX, en fil eller flere', 'answers: CSV or XLSX, one file or several'),
    )
    .requiredOption('--rules <file...>', say('fristregler (YAML)', 'deadline rules (YAML)'))
    .requiredOption(
      '--events <file>',
      say('hændelser: CSV eller XLSX, som til deadlines', 'events: CSV or XLSX, as for deadlines'),
    )
    .requiredOption(
      '--out <file>',
      say('hvor RECONCILIATION.csv skal skrives', 'where to write RECONCILIATION.csv'),
    )
    .option(
      '--frame <file>',
      say(
        'sagstrin med deres datoer: skiller sagens frister ad og giver andelen over alle sager',
        "case stages with their dates: tells a case's deadlines apart and gives the share of all cases",
      ),
    )
    .option('--draw <file...>', say('DRAW.json for hvert niveau', 'DRAW.json of every level'))
    .option('--round <id>', say('runden, hvis filen har flere', 'the round, where the file has several'))
    .option(
      '--level <number>',
      say(
        'niveauet; ellers det, runder sammenlignes på',
        'the level; otherwise the one rounds are compared on',
      ),
      (written) => {
        const level = Number(written)
        if (Number.isInteger(level) && level >= 1 && level <= 20) return level
        throw new InvalidArgumentError(say('Skriv et helt tal fra 1.', 'Write a whole number from 1.'))
      },
    )
    .option(
      '--pairs <file>',
      say(
        'hvilke spørgsmål og frister der spørger om det samme (YAML); ellers den, der følger med til programmet',
        'which questions and deadlines ask the same (YAML); otherwise the one that comes with the programme',
      ),
    )
    .option(
      '--mapping <file>',
      say('kildens ord for kolonner og hændelser (YAML)', "the source's words for columns and events (YAML)"),
    )
    .option(
      '--as-of <time>',
      say(
        'tidspunktet, der bedømmes på, i dansk tid; ellers nu',
        'the time to judge at, in Danish time; otherwise now',
      ),
      (written) => {
        const moment = readAsOf(written)
        if (moment !== undefined) return moment
        throw new InvalidArgumentError(
          say(
            'Skriv en dag eller et tidspunkt: 2018-06-30 eller 2018-06-30T12:00.',
            'Write a day or a time: 2018-06-30 or 2018-06-30T12:00.',
          ),
        )
      },
    )
    .action(async (flags: ReconcileFlags) => {
      const { runReconcile } = await import('./reconcile/run-reconcile.ts')
      await runReconcile(terminal, flags)
    })
}
