import { InvalidArgumentError } from 'commander'
import type { PlanFlags } from './plan/run-plan.ts'
import type { Register } from './register.ts'
import { sayIn, type Say } from './terminal.ts'

/** `tilsyn plan`: what a plan of reviews can see, what it costs, and cheaper plans that see as much. */
export const registerPlan: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const { perLevel, wholeNumber, points } = readers(say)
  program
    .command('plan')
    .description(
      say(
        'sammenlign planer for gennemgange: sikkerhed, synlig ændring, timer',
        'compare plans of reviews: certainty, detectable change, hours',
      ),
    )
    .requiredOption(
      '--programme <file>',
      say('tilsynsprogram (YAML): dets niveauer og minutter', 'programme (YAML): its levels and minutes'),
    )
    .option(
      '--analysis <file...>',
      say(
        'ANALYSIS.json for jeres egne runder, ældste først: hvor godt niveauerne forudsiger hinanden',
        'ANALYSIS.json of your own rounds, oldest first: how well levels foretell each other',
      ),
    )
    .option(
      '--reviews <level=n...>',
      say(
        'gennemgange pr. niveau, for eksempel 1=693 2=120 3=60 4=30; ellers den sidste rundes, ellers et forslag',
        'reviews per level, for example 1=693 2=120 3=60 4=30; else those of the last round, else a proposal',
      ),
      perLevel,
    )
    .option(
      '--minutes <level=n...>',
      say('minutter pr. gennemgang, ellers programmets', "minutes per review, else the programme's"),
      perLevel,
    )
    .option(
      '--at-least <level=n...>',
      say(
        'gennemgange, et niveau skal beholde, for eksempel for at give hver sagsbehandler tilbagemelding',
        'reviews a level must keep, for example to give every caseworker feedback',
      ),
      perLevel,
    )
    .option(
      '--population <number>',
      say('sagstrin, der afsluttes i en runde', 'case stages finished in a round'),
      wholeNumber,
    )
    .option(
      '--margin <points>',
      say(
        'ønsket: højst så mange procentpoint til hver side',
        'wanted: at most this many percentage points to either side',
      ),
      points,
    )
    .option(
      '--change <points>',
      say(
        'ønsket: se en ændring på så mange procentpoint',
        'wanted: find a change of this many percentage points',
      ),
      points,
    )
    .option('--out <file>', say('skriv også planerne som JSON', 'write the plans as JSON too'))
    .action(async (flags: PlanFlags) => {
      const { runPlan } = await import('./plan/run-plan.ts')
      await runPlan(terminal, flags)
    })
}

function readers(say: Say) {
  return {
    perLevel: (
      text: string,
      earlier: ReadonlyMap<number, number> = new Map(),
    ): ReadonlyMap<number, number> => {
      const found = /^(\d{1,2})=(\d{1,6})$/u.exec(text)
      if (found === null)
        throw new InvalidArgumentError(
          say(
            'Skriv et niveau og et antal, for eksempel 2=120.',
            'Write a level and a number, for example 2=120.',
          ),
        )
      const level = Number(found[1])
      if (earlier.has(level))
        throw new InvalidArgumentError(
          say(`Niveau ${level} er angivet to gange.`, `Level ${level} is given twice.`),
        )
      return new Map([...earlier, [level, Number(found[2])]])
    },
    wholeNumber: (text: string): number => {
      if (!/^[1-9]\d{0,7}$/u.test(text))
        throw new InvalidArgumentError(say('Skriv et helt tal fra 1.', 'Write a whole number from 1.'))
      return Number(text)
    },
    points: (text: string): number => {
      const value = Number(text.replace(',', '.'))
      if (!(value > 0 && value < 100))
        throw new InvalidArgumentError(
          say('Skriv et antal procentpoint mellem 0 og 100.', 'Write percentage points between 0 and 100.'),
        )
      return value
    },
  }
}
