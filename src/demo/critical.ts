import { criticalDeadlines, usualCriticalLimits } from '../core/review/critical-deadlines.ts'
import type { CriticalCase } from '../core/review/critical-case.ts'
import type { CriticalCaseId } from '../storage/ids.ts'
import { saveCriticalActs } from '../storage/review/critical-act.ts'
import { insertCritical, saveCritical } from '../storage/review/critical-case.ts'
import type { Writer } from '../storage/transaction.ts'
import { demoId } from './chance.ts'
import { addDays } from '../core/calendar/days.ts'
import { officeHour } from './days.ts'
import type { DemoReview } from './reviews.ts'
import type { DemoPerson } from './staff.ts'

interface Told {
  readonly fear: string
  readonly acted: string
  /** Null: still running. */
  readonly end: { readonly confirmed: string; readonly accounted: string } | null
}

/** Invented, like everything in the demo. */
const finished: readonly Told[] = [
  {
    fear: 'Barnet har fortalt skolen om slag, og der er ikke fulgt op. (demo)',
    acted: 'Hjemmebesøg samme eftermiddag sammen med en kollega. (demo)',
    end: {
      confirmed: 'Rådgiveren har talt med barnet, som bor hos sin far indtil videre. (demo)',
      accounted: 'Underretningen var lagt på en forkert sag. Arbejdsgangen er ændret. (demo)',
    },
  },
  {
    fear: 'Ingen har set den unge i tre uger. (demo)',
    acted: 'Ringede til efterskolen, som havde set den unge i dag. (demo)',
    end: {
      confirmed: 'Den unge har selv talt med sin kontaktperson. (demo)',
      accounted: 'Samtalen var holdt, men ikke skrevet i sagen. Det er rettet. (demo)',
    },
  },
]
const running: Told = {
  fear: 'Et spædbarn i familien er ikke nævnt i planen. (demo)',
  acted: 'Sundhedsplejersken tager ud til familien i dag. (demo)',
  end: null,
}

/** Two critical cases of a finished round that were handled, and one of the round under way that runs since yesterday. */
export async function writeCriticalCases(
  writer: Writer,
  staff: readonly DemoPerson[],
  of: {
    readonly lastFinished: readonly DemoReview[]
    readonly underWay: readonly DemoReview[]
    readonly today: string
  },
): Promise<void> {
  const submitted = (reviews: readonly DemoReview[]) =>
    reviews.filter(
      ({ state, level, work }) => state === 'submitted' && level === 1 && work.unit.kind === 'family',
    )
  const old = submitted(of.lastFinished)
  for (const [at, told] of finished.entries()) {
    // Far from one another, so that they come from different units.
    const review = old[Math.floor(((at + 1) * old.length) / 3)]
    if (review?.submittedAt === null || review?.submittedAt === undefined) continue
    await write(
      writer,
      staff,
      review,
      officeHour(review.submittedAt.toISOString().slice(0, 10), 10, 12),
      told,
    )
  }
  const review = submitted(of.underWay).at(-1)
  if (review !== undefined)
    await write(writer, staff, review, officeHour(addDays(of.today, -1), 12, 40), running)
}

async function write(
  writer: Writer,
  staff: readonly DemoPerson[],
  { id: review, work, reviewer }: DemoReview,
  startedAt: Date,
  { fear, acted, end }: Told,
): Promise<void> {
  const manager = staff.find(({ role, unit }) => role === 'area-manager' && unit?.id === work.unit.id)
  if (manager === undefined) throw new Error('a unit of the demo has no area manager')
  const id = demoId<CriticalCaseId>(`critical ${review}`)
  const deadlines = criticalDeadlines(
    startedAt,
    startedAt.toISOString().slice(0, 10),
    usualCriticalLimits,
    true,
  )
  const after = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000)
  const [acknowledgedAt, actedAt, confirmedAt, accountedAt] = [
    after(25),
    after(170),
    after(1_290),
    after(4_400),
  ]
  const soFar = { startedAt, acknowledgedAt, actedAt }
  const critical: CriticalCase =
    end === null ? { state: 'acted', ...soFar } : { state: 'accounted', ...soFar, confirmedAt, accountedAt }
  await insertCritical(writer, {
    id,
    caseId: work.caseId,
    caseStageId: work.id,
    unitId: work.unit.id,
    startedAt,
    deadlines,
  })
  await saveCritical(writer, id, { run: 1, critical, deadlines })
  const act = { critical: id, run: 1 } as const
  const done = { ...act, person: manager.id } as const
  await saveCriticalActs(writer, [
    { ...act, kind: 'reported', at: startedAt, person: reviewer.id, review, text: fear },
    { ...done, kind: 'told', at: startedAt },
    { ...done, kind: 'acknowledged', at: acknowledgedAt, due: deadlines.acknowledged },
    { ...done, kind: 'acted', at: actedAt, due: deadlines.acted, text: acted },
    ...(end === null
      ? []
      : [
          {
            ...done,
            kind: 'confirmed' as const,
            at: confirmedAt,
            due: deadlines.confirmed,
            text: end.confirmed,
          },
          {
            ...done,
            kind: 'accounted' as const,
            at: accountedAt,
            due: deadlines.accounted,
            text: end.accounted,
          },
        ]),
  ])
}
