import { roleOfApproval } from '../../../core/caseflow/registers/register.ts'
import type { RegisterEntry } from '../../../storage/caseflow/register-entry.ts'
import type { Context } from '../../frame/context.ts'

/** An approval that somebody gave in their own name is theirs alone to correct or take back. */
export function mayChange(
  { actor }: Pick<Context, 'actor'>,
  { kind, approver, enteredBy }: Pick<RegisterEntry, 'kind' | 'approver' | 'enteredBy'>,
): boolean {
  if (roleOfApproval(kind) === undefined || approver !== enteredBy) return true
  return approver === actor.personId
}
