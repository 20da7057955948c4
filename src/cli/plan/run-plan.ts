import type { Analysis } from '../../core/analysis/analysis.ts'
import { plural } from '../../core/language/plural.ts'
import type { Problem } from '../../core/language/problem.ts'
import { listCheaperPlans } from '../../core/planning/cheaper-plans.ts'
import { evaluatePlan, type PlanOutcome } from '../../core/planning/plan.ts'
import { scopesBasisOf } from '../../core/planning/planned-scopes.ts'
import { startPlan, type PlanStart } from '../../core/planning/plan-basis.ts'
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
  const start = startPlan(programme, rounds, {
    reviews,
    minutes,
    atLeast,
    population: flags.population ?? null,
  })
  const problems = findUnplannable(start.levels, flags.population, atLeast)
  if (problems.length > 0) refuse(terminal, problems)
  // Said by the user, else as many as the last round spoke about.
  const basis = scopesBasisOf(
    start.lessons,
    flags.population ?? start.lessons.population,
    programme.stages.length,
  )
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
      spread: basis.spread,
      population: basis.population,
      assumed: assumedOf(start),
      target,
      given,
      others,
    }
    await writeOutput(terminal, flags.out, `${JSON.stringify(result, null, 1)}\n`)
  }
  const plans = {
    start,
    given,
    others,
    target,
    atLeast,
    population: basis.population,
    highest: levels.at(-1) ?? 0,
  }
  for (const line of planLines(plans, terminal.language)) terminal.out(`${line}\n`)
}

/** Levels whose figures no round tells, and whether none tells the spread or the number of reviews. */
function assumedOf({ levels, lessons, proposed }: PlanStart) {
  const without = (known: ReadonlyMap<number, { readonly cases: number }>): readonly number[] =>
    levels.filter(({ level }) => known.get(level)?.cases === 0).map(({ level }) => level)
  return {
    r2: without(lessons.r2),
    evenness: without(lessons.evenness),
    spread: lessons.spread.cases === 0,
    reviews: proposed,
  }
}

function findUnplannable(
  levels: readonly { readonly level: number; readonly reviews: number }[],
  population: number | undefined,
  atLeast: ReadonlyMap<number, number>,
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
  const idle = [...atLeast].filter(
    ([wanted, count]) => count > 0 && !levels.some(({ level }) => level === wanted),
  )
  if (idle.length > 0) return idle.map(([level, count]) => keptButNotPlanned(level, count))
  return levels.flatMap(({ level, reviews }, at): readonly Problem[] => {
    const below = levels[at - 1]
    if (below === undefined)
      return population === undefined || reviews <= population
        ? []
        : [
            {
              code: 'more-than-population',
              text: {
                da: `Niveau ${level} kan ikke gennemgå ${reviews} ${plural('da', reviews, 'sag', 'sager')}, når der kun er ${population} (--population).`,
                en: `Level ${level} cannot review ${reviews} ${plural('en', reviews, 'case', 'cases')} when there ${plural('en', population, 'is', 'are')} only ${population} (--population).`,
              },
            },
          ]
    if (reviews <= below.reviews) return []
    return [
      {
        code: 'more-than-below',
        text: {
          da: `Niveau ${level} kan ikke gennemgå ${reviews} ${plural('da', reviews, 'sag', 'sager')}, når det trækkes af niveau ${below.level}, som kun har ${below.reviews}.`,
          en: `Level ${level} cannot review ${reviews} ${plural('en', reviews, 'case', 'cases')} when it is drawn from level ${below.level}, which has only ${below.reviews}.`,
        },
      },
    ]
  })
}

function keptButNotPlanned(level: number, count: number): Problem {
  return {
    code: 'kept-but-not-planned',
    text: {
      da: `Niveau ${level} skal beholde mindst ${count} (--at-least), men gennemgår intet i planen. Giv det et antal med --reviews.`,
      en: `Level ${level} is to keep at least ${count} (--at-least) but reviews nothing in the plan. Give it a number by --reviews.`,
    },
  }
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
