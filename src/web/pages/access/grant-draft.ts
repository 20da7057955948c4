import type { Grant } from '../../../contract/access/people.ts'
import { belongsToUnit, isRole } from '../../../core/access/role.ts'
import type { access } from '../../texts/da/access.ts'
import type { FormError } from '../../ui/ErrorSummary.tsx'

/** A role as it stands in a form: texts, perhaps empty. */
export interface GrantDraft {
  readonly role: string
  readonly unit: string
  readonly from: string
  readonly until: string
}

/** Whether the unit is asked for: not before a role is chosen, and not for one that covers the whole municipality. */
export function asksForUnit({ role }: GrantDraft): boolean {
  return isRole(role) && belongsToUnit(role)
}

/** The grant, or what is missing of it; the controls' ids are the draft's keys. */
export function readGrant(
  draft: GrantDraft,
  texts: (typeof access)['missing'],
): { readonly grant: Grant | undefined; readonly errors: readonly FormError[] } {
  const errors: FormError[] = []
  if (!isRole(draft.role)) errors.push({ control: 'role', text: texts.role })
  if (asksForUnit(draft) && draft.unit === '') errors.push({ control: 'unit', text: texts.unit })
  if (draft.from === '') errors.push({ control: 'from', text: texts.from })
  if (!isRole(draft.role) || errors.length > 0) return { grant: undefined, errors }
  const grant: Grant = {
    role: draft.role,
    unit: asksForUnit(draft) ? draft.unit : null,
    from: draft.from,
    until: draft.until === '' ? null : draft.until,
  }
  return { grant, errors }
}
