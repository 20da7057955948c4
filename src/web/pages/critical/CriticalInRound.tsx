import { useQuery } from '@tanstack/react-query'
import { listCriticalCases } from '../../../contract/review/critical-case.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** How many critical cases a round has, of those the person may know of; nothing where there are none. */
export function CriticalInRound({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listCriticalCases, { query: { round } }))
  const cases = query.data?.cases ?? []
  if (cases.length === 0) return null
  const open = cases.filter(({ state }) => state !== 'accounted' && state !== 'withdrawn')
  return (
    <section aria-labelledby="critical-in-round">
      <h2 id="critical-in-round">{texts.listTitle}</h2>
      <p>
        {texts.inRound(cases.length, open.length)}{' '}
        <Link to={paths.criticals({ round })}>{texts.seeList}</Link>
      </p>
    </section>
  )
}
