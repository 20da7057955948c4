import { useQuery } from '@tanstack/react-query'
import { listGoals } from '../../../contract/learning/goal.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { goal as da } from '../../texts/da/goal.ts'
import { goal as en } from '../../texts/en/goal.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Link } from '../../ui/Link.tsx'
import { GoalTable } from './GoalTable.tsx'

/** A unit's goals with how they went, as a part of a visit; those withdrawn are left to the list of goals. */
export function VisitGoals({ unit }: { unit: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listGoals, { query: { unit } }))
  return (
    <section aria-labelledby="visit-goals">
      <h2 id="visit-goals">{texts.visitHeading}</h2>
      <Answer query={query}>
        {({ goals }) => {
          const standing = goals.filter((goal) => goal.standing.state !== 'withdrawn')
          return standing.length === 0 ? <p>{texts.visitNone}</p> : <GoalTable goals={standing} unitHidden />
        }}
      </Answer>
      <p className="no-print">
        <Link to={paths.goals({ unit })}>{texts.seeAll}</Link>
      </p>
    </section>
  )
}
