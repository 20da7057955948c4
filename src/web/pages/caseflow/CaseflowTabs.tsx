import { useLocation } from '@tanstack/react-router'
import type { Action } from '../../../core/access/permissions.ts'
import { paths, type Path } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { caseflowTabs as da } from '../../texts/da/caseflow-tabs.ts'
import { caseflowTabs as en } from '../../texts/en/caseflow-tabs.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

interface Tab {
  readonly key: keyof (typeof da)['tabs']
  readonly to: Path
  /** Who sees it: those who may do this, or the other, anywhere. */
  readonly action: Action
  readonly or?: Action
}

/** One line a page; a page's parts (`/caseflow/week/2026-W46`) belong to the longest address they begin with. */
const tabs: readonly Tab[] = [
  { key: 'deadlines', to: paths.deadlines(), action: 'caseflow.read' },
  { key: 'rules', to: paths.deadlineRules(), action: 'caseflow.rules-read' },
  { key: 'week', to: paths.flowWeek(), action: 'caseflow.report' },
  { key: 'month', to: paths.flowMonth(), action: 'caseflow.report' },
  { key: 'registers', to: paths.registers(), action: 'caseflow.read' },
  { key: 'walkThroughs', to: paths.walkThroughs(), action: 'caseflow.walk-through' },
  { key: 'reconciliation', to: paths.reconciliation(), action: 'reconciliation.read' },
  { key: 'breakGlass', to: paths.breakGlass(), action: 'break-glass.open', or: 'break-glass.review' },
  { key: 'import', to: paths.eventImport(), action: 'caseflow.import' },
]

/** The way between the pages of the case flow; nothing where a person may open only one of them. */
export function CaseflowTabs() {
  const texts = useTexts({ da, en })
  const may = useMay()
  const page = useLocation({ select: ({ pathname }) => pathname })
  const seen = tabs.filter(({ action, or }) => may(action) || (or !== undefined && may(or)))
  if (seen.length < 2) return null
  const here = seen
    .filter(({ to }) => page === to || page.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0]
  return (
    <nav className="sub-navigation" aria-label={texts.label}>
      <ul className="no-max-width">
        {seen.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} aria-current={key !== here?.key ? undefined : page === to ? 'page' : 'true'}>
              {texts.tabs[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
