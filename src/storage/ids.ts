declare const brand: unique symbol

/** A database id: a UUID that knows what it identifies. */
type Id<Of extends string> = string & { readonly [brand]: Of }

export type MunicipalityId = Id<'municipality'>
export type UnitId = Id<'unit'>
export type PersonId = Id<'person'>
export type RoleAssignmentId = Id<'role-assignment'>
export type SessionId = Id<'session'>
export type ProgrammeVersionId = Id<'programme-version'>
export type ImportSourceId = Id<'import-source'>
export type ImportBatchId = Id<'import-batch'>
export type ChildId = Id<'child'>
export type CaseStageId = Id<'case-stage'>
export type ReportReleaseId = Id<'report-release'>
export type RoundId = Id<'round'>
export type IrregularityId = Id<'irregularity'>
export type DrawId = Id<'draw'>
export type ReviewId = Id<'review'>
export type AnchorId = Id<'anchor'>
export type AbsenceId = Id<'absence'>
export type SupervisionId = Id<'supervision'>
export type CriticalCaseId = Id<'critical-case'>
export type FindingId = Id<'finding'>
export type FindingAdditionId = Id<'finding-addition'>
export type FeedbackReplyId = Id<'feedback-reply'>
export type TrainingCaseId = Id<'training-case'>
export type CalibrationId = Id<'calibration'>
export type GoalId = Id<'goal'>
export type ActionPlanId = Id<'action-plan'>
export type InitiativeId = Id<'initiative'>
export type AppealId = Id<'appeal'>
export type AppealCountId = Id<'appeal-count'>
export type VisitId = Id<'visit'>
export type VisitPointId = Id<'visit-point'>
export type FourBoxId = Id<'four-box'>
export type StrengthId = Id<'strength'>
export type EventSourceId = Id<'event-source'>
export type EventImportId = Id<'event-import'>
export type DueFeedId = Id<'due-feed'>
export type RegisterEntryId = Id<'register-entry'>
export type LogHoldId = Id<'log-hold'>
export type BreakGlassId = Id<'break-glass'>
export type LegalHoldId = Id<'legal-hold'>
export type PurgeRunId = Id<'purge-run'>
export type ReconciliationConclusionId = Id<'reconciliation-conclusion'>
export type WalkThroughId = Id<'walk-through'>
export type AgreementId = Id<'agreement'>
export type NotificationId = Id<'notification'>
export type MailId = Id<'mail'>
/** What a notification speaks of: the review, critical case or other thing of its kind. */
export type SubjectId = string

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id in a text that came from outside, e.g. an address; undefined when it is no id at all. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which id it is
export function findId<T extends Id<string>>(text: string): T | undefined {
  const id = text.toLowerCase()
  // The brand exists in the type only; what the text must be is checked here.
  return uuid.test(id) ? (id as T) : undefined
}

/** The id in a text that the program itself made; throws when it is no id. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says which id it is
export function getId<T extends Id<string>>(text: string): T {
  const id = findId<T>(text)
  if (id === undefined) throw new Error('not an id')
  return id
}
