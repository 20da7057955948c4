import { getLevel } from '../../core/programme/lookup.ts'
import { fewest, forecastMinutes, mostRecent, type Forecast } from '../../core/review/forecast-minutes.ts'
import type { PersonId, RoundId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import { listMyDue } from '../../storage/review/my-week.ts'
import { listPastMinutes, type ReviewKind } from '../../storage/review/past-minutes.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

export interface Due extends Forecast {
  readonly dueOn: string | null
}

/** When each of the person's open reviews is due, and how long it is likely to take them. */
export async function readMyDue(reader: PersonalReader, person: PersonId): Promise<ReadonlyMap<string, Due>> {
  const past = new Map<RoundId, Awaited<ReturnType<typeof listPastMinutes>>>()
  const due = new Map<string, Due>()
  const waiting = await listMyDue(reader, person)
  for (const { id, roundId, programmeVersionId, level, stage, dueOn } of waiting) {
    const known =
      past.get(roundId) ??
      (await listPastMinutes(
        reader,
        roundId,
        [person],
        kindsOf(waiting.filter((each) => each.roundId === roundId)),
        { most: mostRecent, enough: fewest },
      ))
    past.set(roundId, known)
    const here = known.filter((each) => each.level === level && each.stage === stage)
    const of = (who: PersonId | null) => here.find((each) => each.person === who)?.minutes ?? []
    const { programme } = await getProgrammeVersion(reader, programmeVersionId)
    due.set(id, { dueOn, ...forecastMinutes(of(person), of(null), getLevel(programme, level).minutes) })
  }
  return due
}

/** Each level and stage once. */
function kindsOf(reviews: readonly ReviewKind[]): readonly ReviewKind[] {
  return [...new Map(reviews.map(({ level, stage }) => [`${level} ${stage}`, { level, stage }])).values()]
}
