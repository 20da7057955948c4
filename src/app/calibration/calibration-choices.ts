import type { listCalibrationChoices as choicesRoute } from '../../contract/calibration/calibrations.ts'
import type { RouteOutput } from '../../contract/frame/route.ts'
import { isRole, type Role } from '../../core/access/role.ts'
import { levelInCalibration } from '../../core/calibration/voice.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listCandidates, type Candidate } from '../../storage/calibration/invited.ts'
import type { PersonId } from '../../storage/ids.ts'
import { listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

export async function listCalibrationChoices(
  context: Context,
): Promise<Result<RouteOutput<typeof choicesRoute>>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({ act: 'list-calibration-candidates', subjectKind: 'municipality' })
    const versions = await listNewestProgrammes(reader)
    const programmes = []
    for (const { programme, publishedAt } of versions) {
      if (publishedAt === null) continue
      programmes.push({
        key: programme.key,
        title: programme.title,
        stages: programme.stages.map(({ key }) => key),
        people: await listReviewersOf(context, reader, programme),
        levels: programme.levels.map(({ level, title }) => ({ level, title })),
      })
    }
    return done({ today: context.today, programmes })
  })
}

export interface CalibrationReviewer {
  readonly id: PersonId
  readonly name: string
  readonly level: number
  readonly roles: readonly Role[]
  readonly unit: string | null
}

/** Who reviews at a level of the programme today, by level from the lowest, then by name. */
export async function listReviewersOf(
  context: Context,
  reader: PersonalReader,
  { levels }: Programme,
): Promise<readonly CalibrationReviewer[]> {
  const roles = [...new Set(levels.flatMap(({ reviewers }) => reviewers.filter(isRole)))]
  const grants = new Map<PersonId, Candidate[]>()
  for (const each of await listCandidates(reader, roles, context.today))
    grants.set(each.person, [...(grants.get(each.person) ?? []), each])
  return [...grants]
    .flatMap(([id, held]): CalibrationReviewer[] => {
      const own = held.map(({ role }) => role)
      const level = levelInCalibration(levels, own)
      const [first] = held
      if (level === undefined || first === undefined) return []
      return [{ id, name: first.name, level, roles: own, unit: first.unit }]
    })
    .toSorted((a, b) => a.level - b.level || a.name.localeCompare(b.name, 'da'))
}
