import type { Action } from '../../core/access/permissions.ts'
import type { MyTask, TaskKind } from '../../core/notification/my-tasks.ts'
import type { ReleaseState, ReleaseStep } from '../../core/report/release.ts'
import { listReleaseEvents, listReleases, type ReportRelease } from '../../storage/report/release.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { isOwnText } from '../report/releases/own-text.ts'
import { rowOf } from './task-row.ts'

interface Awaited {
  readonly kind: TaskKind
  readonly state: ReleaseState
  readonly step: ReleaseStep
  readonly right: Action
}

const awaited: readonly Awaited[] = [
  { kind: 'write-report', state: 'draft', step: 'hand-over', right: 'release.write' },
  { kind: 'check-report', state: 'checking', step: 'pass', right: 'release.check' },
  { kind: 'approve-report', state: 'checked', step: 'approve', right: 'release.approve' },
  { kind: 'release-report', state: 'approved', step: 'release', right: 'release.publish' },
]

/** Reports on their way out whose next step the caller may take; what they wrote in, others check and approve. */
export async function readReportTasks(context: Context, reader: PersonalReader): Promise<readonly MyTask[]> {
  const mine = awaited.filter(({ right }) => authorise(context, right).ok)
  if (mine.length === 0) return []
  const releases = await listReleases(reader)
  const rows: MyTask[] = []
  for (const { kind, state, step } of mine) {
    const open = await othersText(
      context,
      reader,
      step,
      releases.filter((release) => release.state === state),
    )
    rows.push(...rowOf(kind, open.length === 0 ? null : { count: open.length, due: null, overdue: 0 }))
  }
  return rows
}

async function othersText(
  context: Context,
  reader: PersonalReader,
  step: ReleaseStep,
  releases: readonly ReportRelease[],
): Promise<readonly ReportRelease[]> {
  const open: ReportRelease[] = []
  for (const release of releases)
    if (!isOwnText(await listReleaseEvents(reader, release.id), step, context.actor.personId))
      open.push(release)
  return open
}
