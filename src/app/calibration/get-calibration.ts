import type { CalibrationView } from '../../contract/calibration/calibrations.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { refusalOfCalibrationAct } from '../../core/calibration/calibration-state.ts'
import { findLevel, getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listOwnForms, type CalibrationForm } from '../../storage/calibration/form.ts'
import { listCasesOf, listInvited, type Invited } from '../../storage/calibration/invited.ts'
import { findTrainingCase, type TrainingCaseVersion } from '../../storage/calibration/training-case.ts'
import type { CalibrationId, TrainingCaseId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { toSummary } from './list-calibrations.ts'
import { findStanding } from './standing.ts'

/** A calibration's front page: nothing of what anybody answered, and names only for those who lead. */
export async function getCalibration(
  context: Context,
  id: CalibrationId,
): Promise<Result<Immutable<CalibrationView>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const standing = await findStanding(context, tx.reader, id)
    if (!standing.ok) return standing
    const { head, state, mayLead } = standing.value
    const entry = { act: 'read-calibration', subjectKind: 'calibration', subjectId: id }
    const reader = await tx.recordAccess(entry)
    const { programme } = await getProgrammeVersion(reader, head.programmeVersionId)
    const cases = await readCases(reader, id)
    const invited = await listInvited(reader, id)
    const forms = await listOwnForms(reader, id, context.actor.personId)
    const describe = (trainingCase: TrainingCaseId) => {
      const { title, stage } = getCase(cases, trainingCase)
      return { title, stage: getStage(programme, stage).title }
    }
    return done({
      ...(await toSummary(reader, head)),
      level: invited.find(({ person }) => person === context.actor.personId)?.level ?? null,
      withdrawnReason: head.withdrawnReason,
      openedByAll: state === 'opened' && head.openedBy === null,
      mayLead,
      mayReadResults: refusalOfCalibrationAct('read-results', state) === null,
      cases: cases.map((each) => ({ id: each.id, ...describe(each.id) })),
      mine: forms.map((form) => ({
        trainingCase: form.trainingCase,
        ...describe(form.trainingCase),
        state: stateOfForm(form),
      })),
      levels: listLevels(programme, invited),
      waiting:
        mayLead && state === 'answering'
          ? invited
              .filter(({ forms: all, handedIn }) => handedIn < all)
              .map(({ name, level, handedIn }) => ({ name, level, handedIn }))
          : null,
    })
  })
}

/** The training cases of a calibration, each in its version, in their order. */
export async function readCases(reader: Reader, id: CalibrationId): Promise<readonly TrainingCaseVersion[]> {
  const cases: TrainingCaseVersion[] = []
  for (const { trainingCase, version } of await listCasesOf(reader, id)) {
    const found = await findTrainingCase(reader, trainingCase, version)
    if (found === undefined) throw new Error('a calibration has a training case that does not exist')
    cases.push(found)
  }
  return cases
}

function getCase(cases: readonly TrainingCaseVersion[], id: TrainingCaseId): TrainingCaseVersion {
  const found = cases.find((each) => each.id === id)
  if (found === undefined) throw new Error('a form is of a training case that its calibration lacks')
  return found
}

function stateOfForm({ startedAt, submittedAt }: CalibrationForm): 'new' | 'begun' | 'submitted' {
  if (submittedAt !== null) return 'submitted'
  return startedAt === null ? 'new' : 'begun'
}

function listLevels(programme: Programme, invited: readonly Invited[]) {
  return [...new Set(invited.map(({ level }) => level))].map((level) => {
    const here = invited.filter((each) => each.level === level)
    return {
      level,
      title: levelTitle(programme, level),
      people: here.length,
      done: here.filter(({ forms, handedIn }) => forms === handedIn).length,
    }
  })
}

export function levelTitle(programme: Programme, level: number) {
  return findLevel(programme, level)?.title ?? { da: `Niveau ${level}`, en: `Level ${level}` }
}
