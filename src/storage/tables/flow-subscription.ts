import type { FlowScope } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import type { FlowRhythm } from '../../core/caseflow/flow-mail/report-due.ts'
import type { MunicipalityId, PersonId } from '../ids.ts'
import type { Default } from './column.ts'

export interface FlowSubscriptionTable {
  municipality_id: Default<MunicipalityId>
  person_id: PersonId
  rhythm: FlowRhythm
  scope: FlowScope
  since: Default<Date>
}
