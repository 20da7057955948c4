import type { FindingActKind } from '../../../core/finding/finding-act.ts'
import type { ActDraft, DraftField } from './act-draft.ts'

/** What the fields of any act are drawn from. */
export interface ActFieldsProps {
  readonly act: FindingActKind
  readonly peopleOf: string
  readonly today: string
  readonly registrationOnly: boolean
  /** The due day has passed: a plan keeps it. */
  readonly keptDue: boolean
  readonly draft: ActDraft
  readonly missing: readonly DraftField[]
  readonly onChange: (changes: Partial<ActDraft>) => void
}
