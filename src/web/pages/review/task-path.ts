import type { MyTask } from '../../../contract/notification/my-tasks.ts'
import { paths, type Path } from '../../paths.ts'

/**
 * Where a task is done: the thing itself, or the list with the filter that shows what was counted. Null: on this very page.
 */
export function taskPath({
  kind,
  subject,
  name,
  unit,
}: Pick<MyTask, 'kind' | 'subject' | 'name' | 'unit'>): Path | null {
  const of = subject ?? ''
  switch (kind) {
    case 'critical':
      return paths.critical(of)
    case 'reviews':
      return null
    case 'unassigned':
      return paths.assignment({ state: 'unassigned' })
    case 'begin-restoring':
      return paths.findings({ responsible: 'me', state: 'planned' })
    case 'finish-restoring':
      return paths.findings({ responsible: 'me', state: 'contacted' })
    case 'case-deadlines':
      return paths.deadlines({ caseworker: name ?? undefined, within: '7' })
    case 'plan':
      return paths.findings({ unit: unit?.id, state: 'open' })
    case 'approve':
      return paths.findings({ unit: unit?.id, state: 'proposed' })
    case 'verify':
      return paths.findings({ unit: unit?.id, state: 'carried-out' })
    case 'agreements':
      return paths.caseDeadlines(of)
    case 'approve-plans':
      return paths.registers({ register: 'safety-plan', unit: unit?.id })
    case 'judge-break-glass':
      return paths.breakGlass()
    case 'write-report':
    case 'check-report':
    case 'approve-report':
    case 'release-report':
      return paths.reports()
    case 'disputes':
      return paths.disputes()
    case 'calibration':
      return paths.calibration(of)
    case 'visit':
    case 'visit-minutes':
      return paths.visit(of)
    case 'visit-points':
      return unit === null ? null : paths.visits(unit.id)
    case 'initiative':
    case 'initiative-news':
      return paths.initiative(of)
    case 'goal-without-round':
    case 'goal-judged':
      return paths.goals({ unit: unit?.id })
    case 'feedback':
      return paths.ownFeedback()
  }
  return kind satisfies never
}
