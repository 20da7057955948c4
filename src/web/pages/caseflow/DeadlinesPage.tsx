import { useQuery } from '@tanstack/react-query'
import { listDeadlines, type ListedRule } from '../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { JumpLinks } from '../../ui/JumpLinks.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { CaseflowTabs } from './CaseflowTabs.tsx'
import { DeadlineFilterBar } from './DeadlineFilterBar.tsx'
import { DeadlineTable } from './DeadlineTable.tsx'
import { deadlineQuery, useDeadlineFilters, usualHorizon } from './deadline-filters.ts'

/** What is about to be late? What ends in the coming days first, then what has passed; by the filters in the address. */
export function DeadlinesPage() {
  return (
    <Permitted action="caseflow.read">
      <Deadlines />
    </Permitted>
  )
}

type Listed = CallOutput<typeof listDeadlines>
type ListedState = Listed['deadlines'][number]['state']

/** While cases are being judged the figures move; looked at again so often, in ms. */
const judgingPause = 3000

function Deadlines() {
  const [filters] = useDeadlineFilters()
  const query = useQuery({
    ...ask(listDeadlines, { query: deadlineQuery(filters) }),
    placeholderData: (before: Listed | undefined) => before,
    refetchOnMount: 'always' as const,
    refetchInterval: ({ state }) => ((state.data?.toJudge ?? 0) > 0 ? judgingPause : false),
  })
  return <PageAnswer query={query}>{(listed) => <View listed={listed} />}</PageAnswer>
}

function View({ listed }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const may = useMay()
  const [filters] = useDeadlineFilters()
  const { deadlines, any, toJudge, counts } = listed
  const importing = may('caseflow.import')
  const shown = [...new Set(deadlines.map(({ state }) => state))]
  return (
    <>
      <PageHeading
        title={texts.title}
        question={any ? <Standing listed={listed} /> : texts.question}
        actions={importing && <Link to={paths.eventImport()}>{texts.import}</Link>}
      />
      <CaseflowTabs />
      <output>{toJudge > 0 && <p className="note">{texts.judging(toJudge)}</p>}</output>
      {!any ? (
        <EmptyState title={importing ? texts.none : texts.noneYours}>
          {importing ? texts.noneBody : texts.noneYoursBody}
        </EmptyState>
      ) : (
        <>
          <DeadlineFilterBar choices={listed.choices} rules={listed.rules} />
          {deadlines.length === 0 && (
            <EmptyState title={texts.noneFiltered}>{texts.noneFilteredBody}</EmptyState>
          )}
          <JumpLinks
            sections={shown.map((state) => ({
              id: `deadlines-${state}`,
              title: `${texts.sections[state]} (${countOf(counts, state)})`,
            }))}
          />
          {shown.map((state) => (
            <section key={state} aria-labelledby={`deadlines-${state}`}>
              <h2 id={`deadlines-${state}`}>
                {texts.sections[state]} <span className="soft">({countOf(counts, state)})</span>
              </h2>
              <DeadlineTable
                caption={texts.sections[state]}
                deadlines={deadlines.filter((one) => one.state === state)}
                rules={listed.rules}
                showUnit={filters.unit === undefined && listed.choices.units.length > 1}
              />
            </section>
          ))}
          <Pages listed={listed} />
        </>
      )}
    </>
  )
}

function countOf(counts: Listed['counts'], state: ListedState): number {
  return state === 'not-applicable' ? 0 : (counts[state] ?? 0)
}

/** The page in one line: how the most urgent rule was kept, what ends soon, and what has passed. */
function Standing({ listed }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters] = useDeadlineFilters()
  const { counts, punctuality, rules } = listed
  const urgent = punctuality.find((one) => ruleOf(rules, one.rule)?.inHours === true) ?? punctuality[0]
  const title = urgent && ruleOf(rules, urgent.rule)?.title
  return (
    <>
      {urgent !== undefined && title !== undefined && (
        <>{texts.punctuality(local(title), urgent.late, urgent.due)} </>
      )}
      {texts.upcoming(counts.running ?? 0, Number(deadlineQuery(filters).within ?? usualHorizon))}{' '}
      {texts.overdue(counts.open ?? 0)}
    </>
  )
}

function ruleOf(rules: readonly ListedRule[], key: string): ListedRule | undefined {
  return rules.find((rule) => rule.key === key)
}

function Pages({ listed: { page, perPage, total } }: { listed: Listed }) {
  const texts = useTexts({ da, en })
  const [, setFilters] = useDeadlineFilters()
  const pages = Math.ceil(total / perPage)
  if (pages < 2) return null
  const turn = (to: number) => setFilters({ page: to === 1 ? undefined : String(to) })
  return (
    <nav className="choice-bar" aria-label={texts.pages}>
      {page > 1 && <Button onClick={() => turn(page - 1)}>{texts.previous}</Button>}
      <span aria-live="polite">{texts.page(page, pages)}</span>
      {page < pages && <Button onClick={() => turn(page + 1)}>{texts.next}</Button>}
    </nav>
  )
}
