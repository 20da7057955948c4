import { useQuery } from '@tanstack/react-query'
import { listWalkThroughs } from '../../../../contract/caseflow/walk-throughs.ts'
import { ask } from '../../../api.ts'
import { paths, type WalkThroughFilters } from '../../../paths.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { useTexts } from '../../../texts/language.tsx'
import { buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { nextCase } from './next-case.ts'
import { useWalk } from './walk-filters.ts'
import { walkQuery } from './walk-query.ts'

/** On the way through a unit's cases: the next one that waits, in one click. */
export function NextCase({ caseId }: { caseId: string }) {
  const walk = useWalk()
  return walk === null ? null : <Next caseId={caseId} walk={walk} />
}

function Next({ caseId, walk }: { caseId: string; walk: WalkThroughFilters }) {
  const texts = useTexts({ da, en })
  const { data } = useQuery(ask(listWalkThroughs, { query: walkQuery(walk) }))
  if (data === undefined) return null
  const next = nextCase(data.cases, caseId)
  if (next === null) return <span className="soft">{texts.lastCase}</span>
  return (
    <Link to={paths.caseDeadlines(next, walk)} className={buttonClass('primary')}>
      {texts.nextCase}
    </Link>
  )
}
