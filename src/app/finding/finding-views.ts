import type { FindingSummary } from '../../contract/finding/finding.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { planOf } from '../../core/finding/finding.ts'
import { isOverdue, lastDayToPlan, verifyBy } from '../../core/finding/finding-deadlines.ts'
import { findQuestion, getStage } from '../../core/programme/lookup.ts'
import type { Programme, Question } from '../../core/programme/programme.ts'
import type { ListedFinding } from '../../storage/finding/finding-list.ts'
import type { ProgrammeVersionId } from '../../storage/ids.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'

export type ProgrammeOf = ReadonlyMap<ProgrammeVersionId, Programme>

export async function programmesOf(
  reader: Reader,
  versions: Iterable<ProgrammeVersionId>,
): Promise<ProgrammeOf> {
  const programmes = new Map<ProgrammeVersionId, Programme>()
  for (const version of new Set(versions))
    programmes.set(version, (await getProgrammeVersion(reader, version)).programme)
  return programmes
}

export function programmeOf(programmes: ProgrammeOf, version: ProgrammeVersionId): Programme {
  const programme = programmes.get(version)
  if (programme === undefined) throw new Error('a programme version was not read')
  return programme
}

/** The question of a finding; null where it was added in words. */
export function questionOf(row: ListedFinding, programme: Programme): Question | null {
  if (row.question === null) return null
  const question = findQuestion(programme, row.question)
  if (question === undefined) throw new Error(`a finding's programme lacks its question: ${row.question}`)
  return question
}

/** The day by which it is or was to be planned; null: it does not wait for a plan. */
export function planByOf({ unplannedSince }: ListedFinding): string | null {
  return unplannedSince === null ? null : lastDayToPlan(unplannedSince)
}

/** Whether it is overdue: not carried out by the day of its plan, or nobody planned it in time. */
export function isLate(row: ListedFinding, today: string): boolean {
  const planBy = planByOf(row)
  return isOverdue(row.course, today) || (planBy !== null && planBy < today)
}

export function toSummary(
  context: Context,
  row: ListedFinding,
  programme: Programme,
): Immutable<FindingSummary> {
  const { course, responsibleName } = row
  const plan = planOf(course)
  const planBy = planByOf(row)
  const toVerify = verifyBy(course)
  const question = questionOf(row, programme)
  // Whoever does not follow critical cases learns of none here.
  const mayKnow = authorise(context, 'critical.read', { kind: 'unit', unit: row.unitId }).ok
  return {
    id: row.id,
    round: { key: row.roundKey, title: row.roundTitle, closed: row.roundClosed },
    unit: { id: row.unitId, name: row.unit },
    caseId: row.caseId,
    stage: { key: row.stage, title: getStage(programme, row.stage).title },
    question: question && { key: question.key, number: question.number, text: question.text },
    text: row.words,
    levels: row.levels,
    state: course.state,
    severity: row.severity,
    measures: plan?.measures ?? [],
    responsible:
      plan === null
        ? null
        : {
            id: plan.responsible,
            name: responsibleName ?? '',
            own: plan.responsible === context.actor.personId,
          },
    due: plan?.due ?? null,
    planBy,
    overdue: isLate(row, context.today),
    verifyBy: toVerify,
    verifyLate: toVerify !== null && toVerify < context.today,
    firstDue: row.firstDue,
    putOff: row.putOff,
    putOffLate: row.putOffLate,
    lateBefore: row.lateBefore,
    foundOn: danishDay(row.foundAt),
    critical: mayKnow ? row.critical : null,
    version: row.version,
  }
}
