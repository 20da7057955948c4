import { done } from '../app/frame/result.ts'
import { getOpenapi } from '../contract/access/health.ts'
import { openapiDocument } from '../contract/frame/openapi.ts'
import type { ReportRoom } from '../app/report/make-report.ts'
import { analysisRoutes } from './analysis/analysis-routes.ts'
import { accessRoutes } from './access/access-routes.ts'
import { calibrationRoutes } from './calibration/calibration-routes.ts'
import { accessRequestRoutes } from './access/access-request/access-request-routes.ts'
import { breakGlassRoutes } from './access/break-glass-routes.ts'
import { recordRoutes } from './access/record-routes.ts'
import { retentionRoutes } from './access/retention/retention-routes.ts'
import { demoSessionRoutes } from './access/demo-session-routes.ts'
import { healthRoutes, type LookAtBackup } from './access/health-routes.ts'
import { signInRoutes } from './access/sign-in-routes.ts'
import { sessionRoutes, type SessionParts } from './access/session-routes.ts'
import { drawRoutes } from './draw/draw-routes.ts'
import { handle, type HandledRoute } from './frame/handled-route.ts'
import type { IncludedTraining } from '../app/calibration/training-cases.ts'
import type { IncludedProgrammes } from '../app/programme/included-programmes.ts'
import type { PersonalKey } from '../app/registry/personal-key.ts'
import { visitRoutes } from './learning/visit-routes.ts'
import { notificationRoutes } from './notification/notification-routes.ts'
import type { IncludedRules } from '../app/caseflow/included-rules.ts'
import type { IncludedPairs } from '../app/caseflow/reconciliation/included-pairs.ts'
import { caseflowRoutes } from './caseflow/caseflow-routes.ts'
import { flowFileRoutes } from './caseflow/flow-file-routes.ts'
import { flowRoutes } from './caseflow/flow-routes.ts'
import { reconciliationRoutes } from './caseflow/reconciliation-routes.ts'
import { walkThroughRoutes } from './caseflow/walk-through-routes.ts'
import { dueFeedRoutes } from './caseflow/due-feed-routes.ts'
import { rulesRoutes } from './caseflow/rules-routes.ts'
import { registerRoutes } from './caseflow/register-routes.ts'
import { registryRoutes } from './registry/registry-routes.ts'
import { actionPlanRoutes } from './learning/action-plan-routes.ts'
import { appealRoutes } from './learning/appeal-routes.ts'
import { cycleRoutes } from './learning/cycle-routes.ts'
import { goalRoutes } from './learning/goal-routes.ts'
import { planningRoutes } from './planning/planning-routes.ts'
import { programmeRoutes } from './programme/programme-routes.ts'
import { afterSubmissionRoutes } from './review/after-submission-routes.ts'
import type { DraftSecret } from '../app/review/draft-keys.ts'
import type { RenderCalendar } from '../app/review/my-calendar.ts'
import { findingRoutes } from './finding/finding-routes.ts'
import { assignmentRoutes } from './review/assignment-routes.ts'
import { feedbackRoutes } from './review/feedback-routes.ts'
import { criticalRoutes } from './review/critical-routes.ts'
import { mergeRoutes } from './review/merge-routes.ts'
import { roundStateRoutes } from './review/round-state-routes.ts'
import { reviewRoutes } from './review/review-routes.ts'
import { figureRoutes } from './report/figure-routes.ts'
import { releaseRoutes } from './report/release-routes.ts'
import { reportRoutes } from './report/report-routes.ts'

interface Parts extends SessionParts {
  readonly includedProgrammes: IncludedProgrammes
  readonly includedTraining: IncludedTraining
  readonly includedRules: IncludedRules
  readonly includedPairs: IncludedPairs
  readonly report: ReportRoom
  readonly personalKey: PersonalKey | undefined
  readonly draftSecret: DraftSecret
  /** Whether this installation has a mail server. */
  readonly sendsMail: boolean
  readonly renderCalendar: RenderCalendar
  /** Whether nothing can be written just now. */
  readonly readOnly: () => boolean
  readonly lookAtBackup: LookAtBackup
}

/** Every route of the server, room by room. */
export function allRoutes(parts: Parts): readonly HandledRoute[] {
  const routes = [
    ...healthRoutes(parts.readOnly, parts.lookAtBackup),
    ...sessionRoutes(parts),
    ...signInRoutes(parts),
    ...(parts.demo ? demoSessionRoutes(parts) : []),
    ...accessRoutes(parts),
    ...recordRoutes(parts.personalKey, parts.report.press),
    ...breakGlassRoutes(parts.personalKey),
    ...retentionRoutes,
    ...accessRequestRoutes(parts.personalKey),
    ...programmeRoutes(parts.includedProgrammes),
    ...reviewRoutes(parts.draftSecret),
    ...assignmentRoutes(parts.renderCalendar),
    ...afterSubmissionRoutes,
    ...feedbackRoutes,
    ...criticalRoutes,
    ...findingRoutes(parts.report),
    ...mergeRoutes,
    ...roundStateRoutes,
    ...calibrationRoutes(parts.includedTraining),
    ...registryRoutes(parts.personalKey),
    ...caseflowRoutes(parts.includedRules, parts.personalKey),
    ...flowRoutes(),
    ...reconciliationRoutes(parts.includedPairs, parts.report.press),
    ...walkThroughRoutes,
    ...registerRoutes(parts.includedRules),
    ...rulesRoutes(parts.includedRules),
    ...dueFeedRoutes(parts.randomBytes, parts.renderCalendar),
    ...drawRoutes(parts.randomBytes),
    ...analysisRoutes(parts.report),
    ...reportRoutes(parts.report, parts.draftSecret),
    ...releaseRoutes(parts.report),
    ...figureRoutes(parts.report),
    ...planningRoutes(parts.report),
    ...cycleRoutes(parts.report),
    ...goalRoutes(parts.report),
    ...actionPlanRoutes(parts.report),
    ...appealRoutes(parts.report.press),
    ...visitRoutes(parts.report),
    ...flowFileRoutes(parts.report.press, parts.sendsMail),
    ...notificationRoutes(parts.sendsMail),
  ]
  const document = openapiDocument([...routes.map(({ route }) => route), getOpenapi])
  return [...routes, handle(getOpenapi, async () => done(document))]
}
