import { useQuery } from '@tanstack/react-query'
import { listCriticalCases, type CriticalSummary } from '../../../contract/review/critical-case.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { CriticalState } from './CriticalState.tsx'
import { nextDeadline } from './time-left.ts'

/** On top of everything else to do: the open critical cases that the person must handle or has reported. */
export function CriticalTasks() {
  const texts = useTexts({ da, en })
  const query = useQuery({
    ...ask(listCriticalCases, { query: { open: 'true' } }),
    refetchOnMount: 'always' as const,
    refetchInterval: 60_000,
  })
  const mine = query.data?.cases.filter(({ handles, reported }) => handles || reported) ?? []
  if (mine.length === 0) return null
  return (
    <section className="critical-box" aria-labelledby="critical-tasks">
      <h2 id="critical-tasks">{texts.tasksHeading(mine.length)}</h2>
      <ul className="plain-list">
        {mine.map((each) => (
          <CriticalTask key={each.id} of={each} />
        ))}
      </ul>
    </section>
  )
}

function CriticalTask({ of }: { of: CriticalSummary }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const next = nextDeadline(of, language, texts)
  return (
    <li>
      <Link to={paths.critical(of.id)}>{texts.title(of.caseId)}</Link> <span className="soft">{of.unit}</span>
      <div className="critical-line">
        <CriticalState of={of} />
        {next !== null && (
          <span className={next.late ? 'danger-text' : undefined}>
            {texts.steps[next.step]}: {next.text}
          </span>
        )}
      </div>
    </li>
  )
}
