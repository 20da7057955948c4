import { InvalidArgumentError, type Command } from 'commander'
import type { PlanFlags } from './plan/run-plan.ts'
import type { Terminal } from './terminal.ts'

/** `tilsyn plan`: what a plan of reviews can see, what it costs, and cheaper plans that see as much. */
export function registerPlan(program: Command, terminal: Terminal): void {
  program
    .command('plan')
    .description('compare plans of reviews: certainty, detectable change, hours')
    .requiredOption('--programme <file>', 'programme (YAML): its levels and minutes')
    .option(
      '--analysis <file...>',
      'ANALYSIS.json of your own rounds, oldest first: how well levels foretell each other',
    )
    .option('--reviews <level=n...>', 'reviews per level, for example 1=693 2=120 3=60 4=30', perLevel)
    .option('--minutes <level=n...>', "minutes per review, else the programme's", perLevel)
    .option(
      '--at-least <level=n...>',
      'reviews a level must keep, for example to give every caseworker feedback',
      perLevel,
    )
    .option('--population <n>', 'case stages finished in a round', wholeNumber)
    .option('--margin <points>', 'wanted: at most this many percentage points to either side', points)
    .option('--change <points>', 'wanted: find a change of this many percentage points', points)
    .option('--out <file>', 'write the plans as JSON too')
    .action(async (flags: PlanFlags) => {
      const { runPlan } = await import('./plan/run-plan.ts')
      await runPlan(terminal, flags)
    })
}

function perLevel(
  text: string,
  earlier: ReadonlyMap<number, number> = new Map(),
): ReadonlyMap<number, number> {
  const found = /^(\d{1,2})=(\d{1,6})$/u.exec(text)
  if (found === null) throw new InvalidArgumentError('A level and a number are expected, for example 2=120.')
  return new Map([...earlier, [Number(found[1]), Number(found[2])]])
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,7}$/u.test(text)) throw new InvalidArgumentError('A whole number from 1 is expected.')
  return Number(text)
}

function points(text: string): number {
  const value = Number(text.replace(',', '.'))
  if (!(value > 0 && value < 100))
    throw new InvalidArgumentError('Percentage points between 0 and 100 are expected.')
  return value
}
