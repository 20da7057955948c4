import type { AgreementView } from '../../../../contract/caseflow/walk-throughs.ts'
import type { AgreementOutcome } from '../../../../core/caseflow/walk-through/walk-through.ts'

/** What somebody is about to say of an agreement. */
export interface Settling {
  readonly agreement: AgreementView
  readonly outcome: AgreementOutcome
}
