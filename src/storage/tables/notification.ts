import type { FlowMail } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import type { MailContent } from '../../core/notification/mail-text.ts'
import type { DigestRhythm } from '../../core/notification/digest-day.ts'
import type { NotificationKind } from '../../core/notification/notification-kind.ts'
import type { Language } from '../../core/language/language.ts'
import type { MailId, MunicipalityId, NotificationId, PersonId, SubjectId } from '../ids.ts'
import type { Day, Default, Json } from './column.ts'

export interface NotificationTable {
  municipality_id: Default<MunicipalityId>
  id: Default<NotificationId>
  person_id: PersonId
  kind: NotificationKind
  subject_id: SubjectId | null
  once: Default<string>
  urgent: boolean
  created_at: Default<Date>
  seen_at: Date | null
  mailed_at: Date | null
}

export interface MailTable {
  municipality_id: Default<MunicipalityId>
  id: Default<MailId>
  person_id: PersonId
  kind: 'urgent' | 'digest' | 'flow-week' | 'flow-month'
  day: Day
  content: Json<MailContent | FlowMail>
  created_at: Default<Date>
  attempts: Default<number>
  next_attempt_at: Date
  sent_at: Date | null
  failure: string | null
}

export interface MailPreferenceTable {
  municipality_id: Default<MunicipalityId>
  person_id: PersonId
  digest: DigestRhythm
  language: Language
}
