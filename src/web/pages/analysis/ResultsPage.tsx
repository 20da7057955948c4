import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getResults, type ResultsAnswer } from '../../../contract/analysis/results.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { ResultsView } from './ResultsView.tsx'
import { SealedView } from './SealedView.tsx'

export function ResultsPage() {
  const { round } = useParams({ from: '/rounds/$round/results' })
  const [{ unit }] = useFilters(['unit'])
  const query = useQuery({
    ...ask(getResults, { params: { round }, query: { unit } }),
    placeholderData: keepPreviousData,
  })
  return <PageAnswer query={query}>{(answer) => <AnswerView answer={answer} />}</PageAnswer>
}

function AnswerView({ answer }: { answer: ResultsAnswer }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const { key, title } = answer.round
  const above = (
    <Breadcrumb
      above={[
        { title: texts.rounds, to: paths.rounds() },
        { title: local(title), to: paths.round(key) },
      ]}
    />
  )
  switch (answer.state) {
    case 'ready':
      return (
        <>
          {above}
          <ResultsView results={answer} />
        </>
      )
    case 'sealed':
      return (
        <>
          {above}
          <PageHeading title={texts.title(local(title))} />
          <SealedView round={answer.round} waiting={answer.waiting} />
        </>
      )
    case 'empty':
      return (
        <>
          {above}
          <PageHeading title={texts.title(local(title))} />
          <EmptyState
            title={texts.empty.title}
            action={
              <Link to={paths.round(key)} className={buttonClass('primary')}>
                {texts.empty.action}
              </Link>
            }
          >
            {texts.empty.body}
          </EmptyState>
        </>
      )
  }
  return answer satisfies never
}
