import type { CaseStageId, ChildId } from '../storage/ids.ts'
import { chance, demoId } from './chance.ts'
import { addDays } from '../core/calendar/days.ts'
import type { DemoPerson, DemoUnit } from './staff.ts'

export interface DemoCaseStage {
  readonly id: CaseStageId
  readonly caseId: string
  readonly stage: string
  readonly unit: DemoUnit
  readonly caseworker: DemoPerson
  /** Somebody of the unit who helped, or null. */
  readonly helper: DemoPerson | null
  readonly childId: ChildId
  readonly childExternalId: string
  readonly started: string
  readonly completed: string | null
  readonly attributes: Readonly<Record<string, string>>
}

/** Share of a family unit's work and days from start to end (shortest, longest; the mean lies near a third). */
const stages = [
  { key: 'underretning', share: 0.3, days: [1, 70] },
  { key: 'boernefaglig_undersoegelse', share: 0.17, days: [40, 150] },
  { key: 'handleplan_anbringelse', share: 0.08, days: [10, 80] },
  { key: 'handleplan_forebyggelse', share: 0.15, days: [10, 110] },
  { key: 'opfoelgning_anbringelse', share: 0.12, days: [80, 220] },
  { key: 'opfoelgning_forebyggelse', share: 0.18, days: [60, 190] },
] as const
/** In days. */
const longestStage = Math.max(...stages.map(({ days }) => days[1]))

/**
 * Case stages that ended (or are still open) from `from` to `today`: about 4,000 ends a year over all units. Ends on
 * weekdays only.
 */
export function listCaseStages(
  staff: readonly DemoPerson[],
  from: string,
  today: string,
): readonly DemoCaseStage[] {
  const work: DemoCaseStage[] = []
  const caseworkers = staff.flatMap((person) =>
    person.role === 'caseworker' && person.unit !== null
      ? [{ caseworker: person, unit: person.unit, stream: chance(`casework ${person.initials}`) }]
      : [],
  )
  const addEnds = (
    { caseworker, unit, stream }: (typeof caseworkers)[number],
    first: string,
    last: string,
  ) => {
    const colleagues = staff.filter((person) => person.unit === unit && person.role === 'caseworker')
    // 21 working days a month; 22.2 ends a year and caseworker make 4,000.
    const daily = (22.2 / 365.25) * (7 / 5)
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const weekday = new Date(day).getUTCDay()
      if (weekday === 0 || weekday === 6 || stream.next() >= daily) continue
      const stage = unit.kind === 'duty' ? stages[0] : pickStage(stream.next())
      const [shortest, longest] = stage.days
      const length = Math.round(shortest + (longest - shortest) * stream.next() ** 2 * stream.next() ** 0.2)
      const started = addDays(day, -length)
      const helped = stream.next() < 0.2
      const helper = stream.pick(colleagues)
      const age = stream.between(0, 17)
      const child = stream.between(1, 2600)
      if (started > today) continue
      const number = String(work.length + 1).padStart(6, '0')
      const childExternalId = `B${unit.name.slice(-5).replaceAll(/\W/g, '')}${String(child).padStart(5, '0')}`
      work.push({
        id: demoId(`case stage ${number}`),
        caseId: `DEMO-${number}`,
        stage: stage.key,
        unit,
        caseworker,
        helper: helped && helper !== caseworker ? helper : null,
        childId: demoId(`child ${childExternalId}`),
        childExternalId,
        started,
        completed: day <= today ? day : null,
        attributes: { alder: String(age), sikkerhedsplan: stream.next() < 0.03 ? 'ja' : 'nej' },
      })
    }
  }
  for (const one of caseworkers) addEnds(one, from, addDays(today, 60))
  // Whatever has begun and will end later; without it less and less would seem to begin.
  for (const one of caseworkers) addEnds(one, addDays(today, 61), addDays(today, longestStage))
  return work
}

function pickStage(at: number): (typeof stages)[number] {
  let sum = 0
  for (const stage of stages) {
    sum += stage.share
    if (at < sum) return stage
  }
  return stages[0]
}
