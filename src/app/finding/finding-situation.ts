import type { FindingSituation } from '../../core/finding/finding-refusal.ts'
import type { FindingHead } from '../../storage/finding/finding.ts'
import type { PersonId } from '../../storage/ids.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'

/** How the caller stands to a finding they can see; roles count by the day. */
export function findingSituationOf(
  context: Context,
  head: Omit<FindingHead, 'id' | 'roundId' | 'caseStageId' | 'run' | 'version'>,
): FindingSituation<PersonId> {
  const { unitId, course, ...rest } = head
  const unit = { kind: 'unit', unit: unitId } as const
  return {
    finding: course,
    person: context.actor.personId,
    today: context.today,
    plans: authorise(context, 'finding.plan', unit).ok,
    assesses: authorise(context, 'finding.assess', unit).ok,
    verifies: authorise(context, 'finding.verify', unit).ok,
    approves: authorise(context, 'finding.approve', unit).ok,
    ...rest,
  }
}
