import type { CaseWalkThroughs, WalkThroughView } from '../../../contract/caseflow/walk-throughs.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { agreementState, isAgreementLate } from '../../../core/caseflow/walk-through/walk-through.ts'
import {
  listAdditions,
  listAgreements,
  listWalkThroughsOf,
  type StoredAddition,
  type StoredAgreement,
  type StoredWalkThrough,
} from '../../../storage/caseflow/walk-through.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { findWalkedCase } from './walked-case.ts'
import { listWalkThroughPeople } from './walk-through-people.ts'

/** The walk-throughs of a case, for who takes part in them. */
export async function listCaseWalkThroughs(
  context: Context,
  caseId: string,
): Promise<Result<Immutable<CaseWalkThroughs>>> {
  return context.database.transaction(context.actor, async (tx) => {
    const walked = await findWalkedCase(context, tx.reader, caseId)
    if (walked === undefined) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'open-walk-throughs',
      subjectKind: 'case',
      subjectId: caseId,
    })
    const stored = await listWalkThroughsOf(reader, caseId)
    const ids = stored.map(({ id }) => id)
    const agreements = await listAgreements(reader, ids)
    const additions = await listAdditions(reader, ids)
    const views = stored.map((one) => ({
      closed: one.closedAt !== null,
      view: viewOf(one, agreements, additions, context.today),
    }))
    const mayLead = walked.standing === 'lead'
    return done({
      today: context.today,
      mayLead,
      open: views.find(({ closed }) => !closed)?.view ?? null,
      closed: views.filter(({ closed }) => closed).map(({ view }) => view),
      people: mayLead ? await listWalkThroughPeople(context, reader, walked.holder) : [],
    })
  })
}

function viewOf(
  one: StoredWalkThrough,
  agreements: readonly StoredAgreement[],
  additions: readonly StoredAddition[],
  today: string,
): Immutable<WalkThroughView> {
  return {
    id: one.id,
    day: one.day,
    unit: one.unitName,
    participants: one.participants,
    notes: one.notes,
    version: one.version,
    openedBy: one.openedBy,
    closedBy: one.closedBy,
    closedAt: one.closedAt?.toISOString() ?? null,
    agreements: agreements
      .filter(({ walkThrough }) => walkThrough === one.id)
      .map(({ id, text, who, dueOn, version, outcomes }) => {
        const outcome = outcomes.at(-1)?.outcome ?? null
        return {
          id,
          text,
          who,
          dueOn,
          version,
          state: agreementState({ outcome }),
          late: isAgreementLate({ dueOn, outcome }, today),
          outcomes: outcomes.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() })),
        }
      }),
    additions: additions
      .filter(({ walkThrough }) => walkThrough === one.id)
      .map(({ text, by, at }, index) => ({ n: index + 1, text, by, at: at.toISOString() })),
  }
}
