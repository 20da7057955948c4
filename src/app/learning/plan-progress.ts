import type { AimView } from '../../contract/learning/initiative.ts'
import type { NamedAim } from '../../contract/learning/goal.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { LocalText } from '../../core/language/language.ts'
import { monthsBefore } from '../../core/calendar/days.ts'
import { isLate } from '../../core/learning/action-plan.ts'
import { endOfInitiative, initiativeState } from '../../core/learning/initiative-state.ts'
import type { MovedAim, PlanProgress } from '../../core/report/progress-section.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { outcomesOfPlan } from './before-after-of.ts'
import { toAimed } from './initiative-read.ts'
import type { PublishedPlan } from './published-plan.ts'

/** Progress is reported twice a year. */
const monthsBetween = 6

/** What is reported of every published action plan; figures of finished rounds only. */
export async function readProgress(
  context: Context,
  room: AnalysisRoom,
  plans: readonly PublishedPlan[],
  periodTo: string,
): Promise<readonly PlanProgress[] | 'too-busy'> {
  const all: PlanProgress[] = []
  for (const plan of plans) {
    const progress = await readPlanProgress(context, room, plan, periodTo)
    if (progress === 'too-busy') return progress
    all.push(progress)
  }
  // What was planned by then comes first.
  return [...all.filter(({ isLater }) => !isLater), ...all.filter(({ isLater }) => isLater)]
}

async function readPlanProgress(
  context: Context,
  room: AnalysisRoom,
  plan: PublishedPlan,
  periodTo: string,
): Promise<PlanProgress | 'too-busy'> {
  const { today } = context
  const read = await outcomesOfPlan(
    context,
    room,
    plan.initiatives.map((each) => toAimed(each, plan.acts)),
  )
  if (read === 'too-busy') return read
  return {
    title: plan.title,
    label: plan.label,
    publishedOn: danishDay(plan.publishedAt),
    isLater: danishDay(plan.firstPublishedAt) > periodTo,
    asOf: today,
    since: monthsBefore(today, monthsBetween),
    initiatives: plan.initiatives.map((each) => {
      const acts = plan.acts.filter(({ initiative }) => initiative === each.id)
      const state = initiativeState(acts)
      const { title, ownerName, source, startsOn, endsOn } = each
      return {
        title,
        owner: ownerName,
        source,
        state,
        startsOn,
        endsOn,
        endedOn: endOfInitiative(acts),
        late: isLate(each, state, today),
        leftOutIn: each.leftOutIn,
        aims: read.outcomes
          .filter(({ initiative }) => initiative === each.id)
          .map(({ aim, outcome, foreknown, addedLate, published }) => ({
            aim: nameOf(aim),
            composite: aim.question === null,
            startWrittenLate: foreknown !== null,
            addedLate: addedLate ? published.label : null,
            takenOut: published.takenOut,
            ...movedOf(outcome),
          })),
      }
    }),
    family: read.family,
  }
}

function nameOf({ question, stage }: Immutable<NamedAim>): LocalText {
  if (question !== null)
    return { da: `${question.number} ${question.text.da}`, en: `${question.number} ${question.text.en}` }
  if (stage !== null)
    return { da: `Krav i orden, ${stage.title.da}`, en: `Requirements met, ${stage.title.en}` }
  return { da: 'Krav i orden, alle sagstrin', en: 'Requirements met, all stages' }
}

const whys = {
  'not-started': { da: 'ikke begyndt', en: 'not begun' },
  'no-round-before': { da: 'ingen runde før', en: 'no round before' },
  'no-round-after': { da: 'endnu ingen runde efter', en: 'no round after it yet' },
  'asked-otherwise': { da: 'spurgt anderledes i de to runder', en: 'asked otherwise in the two rounds' },
} as const satisfies Readonly<Record<string, LocalText>>

const withoutVerdict: LocalText = {
  da: 'kaldes hverken bedre eller dårligere',
  en: 'called neither better nor worse',
}
const noAnswers: LocalText = { da: 'ingen svar at sammenligne', en: 'no answers to compare' }

function movedOf(outcome: Immutable<AimView['outcome']>): Pick<MovedAim, 'moved' | 'why'> {
  if (outcome.state !== 'compared') return { moved: null, why: whys[outcome.state] }
  const { change, before, after } = outcome.compared
  if (change === null) return { moved: null, why: noAnswers }
  return change.class === null
    ? { moved: null, why: withoutVerdict }
    : { moved: { class: change.class, before: before.round, after: after.round }, why: null }
}
