import type {
  AccessEntryTable,
  ChangeEntryTable,
  MunicipalityTable,
  PersonTable,
  RoleAssignmentTable,
  UnitTable,
} from './access.ts'
import type { MergeMoveTable, OwnAnswerTable, OwnReviewTable } from './apart.ts'
import type {
  DifferenceMoveTable,
  ReviewMessageTable,
  ReviewSubmissionAnswerTable,
  SetAsideAnswerTable,
  ReviewSubmissionTable,
} from './after-submission.ts'
import type { AbsenceTable, DuePlanTable } from './assignment.ts'
import type {
  CalibrationAnswerTable,
  CalibrationCaseTable,
  CalibrationConclusionTable,
  CalibrationFormTable,
  CalibrationTable,
  TrainingCaseTable,
  TrainingCaseVersionTable,
} from './calibration.ts'
import type {
  CaseDeadlineTable,
  CaseEventTable,
  CaseEventVersionTable,
  CaseToJudgeTable,
  DeadlineRulesTable,
  EventImportRowTable,
  EventImportTable,
  EventSourceTable,
} from './caseflow.ts'
import type { CaseFlowTable } from './case-flow.ts'
import type { CriticalActTable, CriticalCaseTable } from './critical-case.ts'
import type {
  ActionPlanTable,
  ActionPlanVersionTable,
  InitiativeActTable,
  InitiativeAimTable,
  InitiativeTable,
  InitiativeVersionTable,
} from './action-plan.ts'
import type { AppealCountTable, AppealTable } from './appeal.ts'
import type { GoalJudgementTable, GoalTable } from './goal.ts'
import type { AnchorCaseTable, AnchorInRoundTable } from './anchor.ts'
import type { DrawCaseTable, DrawStratumTable, DrawTable, IrregularityTable, RoundTable } from './draw.ts'
import type {
  FeedbackOutcomeTable,
  FeedbackRecipientTable,
  FeedbackReplyTable,
  FeedbackTable,
} from './feedback.ts'
import type { ReconciliationConclusionTable } from './reconciliation.ts'
import type { ReportReleaseEventTable, ReportReleaseFileTable, ReportReleaseTable } from './report.ts'
import type { RegisterEntryTable, RegisterEntryVersionTable } from './register.ts'
import type {
  FourBoxTable,
  LearningVisitTable,
  StrengthTable,
  VisitMinutesTable,
  VisitPointTable,
} from './learning.ts'
import type { FindingActTable, FindingAdditionTable, FindingSourceTable, FindingTable } from './finding.ts'
import type { FlowSubscriptionTable } from './flow-subscription.ts'
import type { MailPreferenceTable, MailTable, NotificationTable } from './notification.ts'
import type { ProgrammeVersionTable } from './programme.ts'
import type {
  CaseStageParticipantTable,
  CaseStageTable,
  CaseStageVersionTable,
  ChildTable,
  ImportBatchTable,
  ImportRowTable,
  ImportSourceTable,
} from './registry.ts'
import type { AnsweredRequestTable, DraftSaltTable } from './safe-entry.ts'
import type { LogHeadTable, LogSealTable } from './seal.ts'
import type { BreakGlassTable } from './break-glass.ts'
import type { LegalHoldTable, PurgeCaseTable, PurgeRunTable, RetentionRuleTable } from './retention.ts'
import type { AccessHitTable, LogHoldTable } from './trusted-log.ts'
import type {
  QuestionTallyTable,
  ReviewAnswerTable,
  ReviewNoteTable,
  ReviewEventTable,
  ReviewExclusionTable,
  ReviewTable,
  RoundProgressTable,
  SupervisionTable,
} from './review.ts'
import type { DueFeedTable } from './due-feed.ts'
import type {
  WalkThroughAdditionTable,
  WalkThroughAgreementTable,
  WalkThroughOutcomeTable,
  WalkThroughTable,
} from './walk-through.ts'

/**
 * The tables the app may touch. `municipality_id` is filled from the claim and every query is confined to it by
 * row-level security, so queries neither write nor compare it; joins name the other columns of the key.
 */
export interface Tables {
  absence: AbsenceTable
  access_entry: AccessEntryTable
  action_plan: ActionPlanTable
  action_plan_version: ActionPlanVersionTable
  anchor_case: AnchorCaseTable
  anchor_in_round: AnchorInRoundTable
  answered_request: AnsweredRequestTable
  appeal: AppealTable
  appeal_count: AppealCountTable
  calibration: CalibrationTable
  calibration_answer: CalibrationAnswerTable
  calibration_case: CalibrationCaseTable
  calibration_conclusion: CalibrationConclusionTable
  calibration_form: CalibrationFormTable
  case_deadline: CaseDeadlineTable
  case_event: CaseEventTable
  case_flow: CaseFlowTable
  case_event_version: CaseEventVersionTable
  case_stage: CaseStageTable
  case_stage_participant: CaseStageParticipantTable
  case_stage_version: CaseStageVersionTable
  case_to_judge: CaseToJudgeTable
  change_entry: ChangeEntryTable
  child: ChildTable
  critical_act: CriticalActTable
  critical_case: CriticalCaseTable
  difference_move: DifferenceMoveTable
  deadline_rules: DeadlineRulesTable
  due_feed: DueFeedTable
  draft_salt: DraftSaltTable
  draw: DrawTable
  draw_case: DrawCaseTable
  draw_stratum: DrawStratumTable
  due_plan: DuePlanTable
  event_import: EventImportTable
  event_import_row: EventImportRowTable
  event_source: EventSourceTable
  feedback: FeedbackTable
  feedback_outcome: FeedbackOutcomeTable
  feedback_recipient: FeedbackRecipientTable
  feedback_reply: FeedbackReplyTable
  four_box: FourBoxTable
  goal: GoalTable
  goal_judgement: GoalJudgementTable
  initiative: InitiativeTable
  initiative_act: InitiativeActTable
  initiative_aim: InitiativeAimTable
  initiative_version: InitiativeVersionTable
  finding: FindingTable
  finding_act: FindingActTable
  finding_addition: FindingAdditionTable
  finding_source: FindingSourceTable
  import_batch: ImportBatchTable
  import_row: ImportRowTable
  import_source: ImportSourceTable
  irregularity: IrregularityTable
  learning_visit: LearningVisitTable
  log_head: LogHeadTable
  access_hit: AccessHitTable
  log_hold: LogHoldTable
  retention_rule: RetentionRuleTable
  break_glass: BreakGlassTable
  report_release: ReportReleaseTable
  report_release_event: ReportReleaseEventTable
  report_release_file: ReportReleaseFileTable
  legal_hold: LegalHoldTable
  purge_run: PurgeRunTable
  purge_case: PurgeCaseTable
  log_seal: LogSealTable
  flow_subscription: FlowSubscriptionTable
  mail: MailTable
  mail_preference: MailPreferenceTable
  municipality: MunicipalityTable
  notification: NotificationTable
  person: PersonTable
  programme_version: ProgrammeVersionTable
  question_tally: QuestionTallyTable
  reconciliation_conclusion: ReconciliationConclusionTable
  register_entry: RegisterEntryTable
  register_entry_version: RegisterEntryVersionTable
  review: ReviewTable
  review_answer: ReviewAnswerTable
  review_note: ReviewNoteTable
  own_review: OwnReviewTable
  own_answer: OwnAnswerTable
  merge_move: MergeMoveTable
  review_event: ReviewEventTable
  review_exclusion: ReviewExclusionTable
  review_message: ReviewMessageTable
  review_submission: ReviewSubmissionTable
  review_submission_answer: ReviewSubmissionAnswerTable
  role_assignment: RoleAssignmentTable
  set_aside_answer: SetAsideAnswerTable
  round: RoundTable
  round_progress: RoundProgressTable
  strength: StrengthTable
  supervision: SupervisionTable
  training_case: TrainingCaseTable
  training_case_version: TrainingCaseVersionTable
  unit: UnitTable
  visit_minutes: VisitMinutesTable
  visit_point: VisitPointTable
  walk_through: WalkThroughTable
  walk_through_addition: WalkThroughAdditionTable
  walk_through_agreement: WalkThroughAgreementTable
  walk_through_outcome: WalkThroughOutcomeTable
}
