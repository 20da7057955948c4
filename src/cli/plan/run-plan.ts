import type { Analysis } from '../../core/analysis/analysis.ts'
import type { Problem } from '../../core/language/problem.ts'
import { listCheaperPlans } from '../../core/planning/cheaper-plans.ts'
import { evaluatePlan, type PlanOutcome } from '../../core/planning/plan.ts'
import { startPlan } from '../../core/planning/plan-basis.ts'
import { readProgramme } from '../programme.ts'
import { readAnalysis } from '../report/read-analysis.ts'
import { checkOutput, readText, writeOutput } from '../files.ts'
import { orRefuse, refuse, type Terminal } from '../terminal.ts'
import { planLines } from './plan-lines.ts'

export interface PlanFlags {
  readonly programme: string
  readonly analysis?: readonly string[]
  readonly reviews?: ReadonlyMap<number, number>
  readonly minutes?: ReadonlyMap<number, number>
  readonly atLeast?: ReadonlyMap<number, number>
  readonly population?: number
  readonly margin?: number
  readonly change?: number
  readonly out?: string
}

/** Plans shown besides the one asked about. */
const mostPlans = 5

export async function runPlan(terminal: Terminal, flags: PlanFlags): Promise<void> {
  if (flags.out !== undefined)
    await checkOutput(terminal, flags.out, [flags.programme, ...(flags.analysis ?? [])])
  const programme = await readProgramme(terminal, flags.programme)
  const rounds: Analysis[] = []
  for (const name of flags.analysis ?? []) {
    const text = await readText(terminal, name)
    rounds.push(orRefuse(terminal, readAnalysis(text, name, programme)))
  }
  const none: ReadonlyMap<number, number> = new Map()
  const { reviews = none, minutes = none, atLeast = none } = flags
  const levels = programme.levels.map(({ level }) => level)
  const unknown = [...reviews.keys(), ...minutes.keys(), ...atLeast.keys()].filter(
    (one) => !levels.includes(one),
  )
  if (unknown.length > 0)
    refuse(
      terminal,
      unknown.map((level) => unknownLevel(level, levels)),
    )
  const start = startPlan(programme, rounds, { reviews, minutes })
  const problems = findUnplannable(start.levels, flags.population)
  if (problems.length > 0) refuse(terminal, problems)
  const basis = { spread: start.spread, strata: start.strata, population: flags.population ?? null }
  const target = {
    ...(flags.margin === undefined ? {} : { margin: flags.margin / 100 }),
    ...(flags.change === undefined ? {} : { change: flags.change / 100 }),
  }
  const given = evaluatePlan(start.levels, basis)
  const others: readonly PlanOutcome[] = listCheaperPlans(start.levels, basis, target, atLeast).slice(
    0,
    mostPlans,
  )
  if (flags.out !== undefined) {
    const result = {
      spread: start.spread,
      population: basis.population,
      assumed: start.assumed,
      target,
      given,
      others,
    }
    await writeOutput(terminal, flags.out, `${JSON.stringify(result, null, 1)}\n`)
  }
  for (const line of planLines({ start, given, others, target }, terminal.language)) terminal.out(`${line}\n`)
}

function findUnplannable(
  levels: readonly { readonly level: number; readonly reviews: number }[],
  population: number | undefined,
): readonly Problem[] {
  if (levels.length === 0)
    return [
      {
        code: 'no-reviews-planned',
        text: {
          da: 'Ingen gennemgange er planlagt. Angiv dem med --reviews, for eksempel 1=693 2=120 3=60 4=30, eller en tidligere runde med --analysis.',
          en: 'No reviews are planned. Give them by --reviews, for example 1=693 2=120 3=60 4=30, or an earlier round by --analysis.',
        },
      },
    ]
  return levels.flatMap(({ level, reviews }, at): readonly Problem[] => {
    const below = levels[at - 1]
    if (below === undefined)
      return population === undefined || reviews <= population
        ? []
        : [
            {
              code: 'more-than-population',
              text: {
                da: `Niveau ${level} kan ikke gennemgå ${reviews} sager, når der kun er ${population} (--population).`,
                en: `Level ${level} cannot review ${reviews} cases when there are only ${population} (--population).`,
              },
            },
          ]
    if (reviews <= below.reviews) return []
    return [
      {
        code: 'more-than-below',
        text: {
          da: `Niveau ${level} kan ikke gennemgå ${reviews} sager, når det trækkes af niveau ${below.level}, som kun har ${below.reviews}.`,
          en: `Level ${level} cannot review ${reviews} cases when it is drawn from level ${below.level}, which has only ${below.reviews}.`,
        },
      },
    ]
  })
}

function unknownLevel(level: number, known: readonly number[]): Problem {
  return {
    code: 'unknown-level',
    text: {
      da: `Programmet har ikke niveau ${level}. Det har: ${known.join(', ')}.`,
      en: `The programme has no level ${level}. It has: ${known.join(', ')}.`,
    },
  }
}
