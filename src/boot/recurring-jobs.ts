import type { AnalysisRoom } from '../app/analysis/open-results.ts'
import { tellOfReports } from '../app/caseflow/flow-subscription/tell-of-reports.ts'
import { remindOwnDeadlines } from '../app/caseflow/watch/remind-own-deadlines.ts'
import { judgeInBackground } from '../app/caseflow/judge-in-background.ts'
import { findMissedErrors } from '../app/finding/find-errors.ts'
import { watchFindings } from '../app/finding/watch-findings.ts'
import { forgetAnswered } from '../app/frame/forget-answered.ts'
import { watchGoals } from '../app/learning/goal-watch.ts'
import { remindRestorations } from '../app/notification/remind-restorations.ts'
import { sendMail } from '../app/notification/send-mail.ts'
import { forgetDraftSalts } from '../app/review/draft-keys.ts'
import { setMissingDueDates } from '../app/review/due-dates.ts'
import { watchCritical } from '../app/review/watch-critical.ts'
import { watchDisputes } from '../app/review/watch-disputes.ts'
import { eraseNotes } from '../app/review/erase-notes.ts'
import { passOnBarred } from '../app/review/pass-on-barred.ts'
import { passOnEnded } from '../app/review/pass-on-ended.ts'
import { releaseFeedback } from '../app/review/release-feedback.ts'
import { remind } from '../app/review/remind.ts'
import type { Database } from '../storage/transaction.ts'
import type { ServerConfiguration } from './server-configuration.ts'
import { createSmtpTransport } from './smtp-transport.ts'

type Job = (database: Database, now: Date) => Promise<unknown>

export interface RecurringJobs {
  /** One job that fails is told to `failed` and keeps none of the others from running. */
  run(now: Date, failed: (error: unknown) => void): Promise<void>
  close(): void
}

/** What the program does by itself every half minute while it serves, in this order: mail goes last, with all news. */
export function recurringJobs(
  database: Database,
  { smtp, publicOrigin }: ServerConfiguration,
  results: AnalysisRoom,
): RecurringJobs {
  const transport = smtp === undefined ? undefined : createSmtpTransport(smtp)
  const jobs: readonly Job[] = [
    watchCritical,
    passOnBarred,
    passOnEnded,
    setMissingDueDates,
    remind,
    releaseFeedback,
    watchDisputes,
    findMissedErrors,
    watchFindings,
    remindRestorations,
    remindOwnDeadlines,
    (_: Database, now: Date) => watchGoals(database, results, now),
    judgeInBackground,
    eraseNotes,
    forgetAnswered,
    forgetDraftSalts,
    ...(transport === undefined
      ? []
      : // Without a mail server nothing is written: one that is set up later would send what is old.
        [
          tellOfReports,
          (_: Database, now: Date) => sendMail({ database, transport, address: publicOrigin }, now),
        ]),
  ]
  return {
    async run(now, failed) {
      for (const job of jobs)
        try {
          await job(database, now)
        } catch (error) {
          failed(error)
        }
    },
    close: () => transport?.close(),
  }
}
