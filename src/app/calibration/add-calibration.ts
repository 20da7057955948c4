import { randomUUID } from 'node:crypto'
import { insertCalibration } from '../../storage/calibration/calibration.ts'
import { findTrainingCase, type TrainingCaseVersion } from '../../storage/calibration/training-case.ts'
import { getId, type CalibrationId, type PersonId, type TrainingCaseId } from '../../storage/ids.ts'
import { findNewestProgramme } from '../../storage/programme/programme-version.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { listReviewersOf } from './calibration-choices.ts'

interface NewCalibration {
  readonly name: string
  readonly programme: string
  readonly trainingCases: readonly string[]
  readonly people: readonly string[]
  readonly dueOn: string
}

/** Makes a calibration with the newest texts of its training cases, and tells the invited. */
export async function addCalibration(
  context: Context,
  { name, programme: programmeKey, trainingCases, people, dueOn }: NewCalibration,
): Promise<Result<{ id: CalibrationId }>> {
  const granted = authorise(context, 'calibration.lead')
  if (!granted.ok) return granted
  if (dueOn < context.today) return refused('calibration-due-passed')
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: CalibrationId }>> => {
    const version = await findNewestProgramme(tx.reader, programmeKey)
    if (version === undefined || version.publishedAt === null) return refused('programme-not-found')
    const { programme } = version
    const cases: TrainingCaseVersion[] = []
    for (const id of new Set(trainingCases)) {
      const found = await findTrainingCase(tx.reader, getId<TrainingCaseId>(id))
      if (found === undefined) return refused('not-found')
      if (!programme.stages.some(({ key }) => key === found.stage)) return refused('case-not-of-programme')
      cases.push(found)
    }
    const id = getId<CalibrationId>(randomUUID())
    const subject = { subjectKind: 'calibration', subjectId: id } as const
    const reader = await tx.recordAccess({ act: 'list-calibration-candidates', ...subject })
    const reviewers = new Map(
      (await listReviewersOf(context, reader, programme)).map((each) => [each.id, each] as const),
    )
    const wanted = [...new Set(people)].map((person) => getId<PersonId>(person))
    const invited = wanted.flatMap((person) => {
      const reviewer = reviewers.get(person)
      return reviewer === undefined ? [] : [{ person, level: reviewer.level }]
    })
    if (invited.length < wanted.length || invited.length < 2) return refused('not-a-reviewer')
    const writer = await tx.recordChange({
      room: 'calibration',
      act: 'add-calibration',
      ...subject,
      detail: { programme: programme.key, cases: cases.map((each) => each.id), invited: wanted },
    })
    await insertCalibration(writer, {
      id,
      name,
      programmeVersionId: version.id,
      dueOn,
      by: context.actor.personId,
      at: context.now,
      cases: cases.map(({ id: trainingCase, version: text }) => ({ trainingCase, version: text })),
      invited,
    })
    await notify(writer, { to: wanted, kind: 'calibration-invited', subjectId: id })
    return done({ id })
  })
}
