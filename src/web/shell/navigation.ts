import type { Session } from '../../contract/access/session.ts'
import { paths, type Path } from '../paths.ts'
import { mayDo } from '../session.ts'
import type { common } from '../texts/da/common.ts'

export type NavigationKey = keyof (typeof common)['navigation']

export interface NavigationItem {
  readonly key: NavigationKey
  readonly to: Path
}

/** The main menu: only what the person may open. */
export function navigationFor(session: Session | null): readonly NavigationItem[] {
  if (session === null) return []
  const items: NavigationItem[] = [{ key: 'tasks', to: paths.tasks() }]
  if (mayDo(session, 'round.read')) items.push({ key: 'rounds', to: paths.rounds() })
  if (mayDo(session, 'finding.read')) items.push({ key: 'findings', to: paths.findings() })
  if (mayDo(session, 'caseflow.read')) items.push({ key: 'deadlines', to: paths.deadlines() })
  if (mayDo(session, 'learning.read')) items.push({ key: 'learning', to: paths.learning() })
  if (mayDo(session, 'action-plan.read')) items.push({ key: 'actionPlans', to: paths.actionPlans() })
  if (mayDo(session, 'appeal.read')) items.push({ key: 'appeals', to: paths.appeals() })
  if (mayDo(session, 'released.read')) items.push({ key: 'reports', to: paths.reports() })
  if (mayDo(session, 'calibration.read')) items.push({ key: 'calibrations', to: paths.calibrations() })
  if (mayDo(session, 'programme.read')) items.push({ key: 'programmes', to: paths.programmes() })
  if (mayDo(session, 'registry.import')) items.push({ key: 'registry', to: paths.registryImport() })
  if (mayDo(session, 'person.manage')) items.push({ key: 'access', to: paths.access() })
  return items
}

/** Whether `page` belongs under a menu item: reviews under the tasks they are, everything else by its address. */
export function isUnder(page: string, item: Path): boolean {
  if (item === paths.tasks()) return page === item || /^\/(?:reviews|critical)(?:\/|$)/.test(page)
  if (item === paths.rounds() && page === paths.comparison()) return true
  if (item === paths.learning() && /^\/(?:units|visits|goals)(?:\/|$)/.test(page)) return true
  if (item === paths.actionPlans() && page.startsWith('/initiatives/')) return true
  if (item === paths.calibrations() && page.startsWith(paths.trainingCases())) return true
  return page === item || page.startsWith(`${item}/`)
}
