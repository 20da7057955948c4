import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CallRefused } from '../../../contract/client.ts'
import { getDifferences, type DifferenceRow, type Differences } from '../../../contract/review/differences.ts'
import { ask } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { paths } from '../../paths.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { AllLevels } from './AllLevels.tsx'
import { AnswerSide } from './AnswerSide.tsx'
import { CorrectionButtons } from './CorrectionButtons.tsx'
import { GivenAnswer } from './GivenAnswer.tsx'
import { LazyDisclosure } from './LazyDisclosure.tsx'
import { OutcomeCell } from './OutcomeCell.tsx'
import { SettleButtons } from './SettleButtons.tsx'

export function DifferencesPage() {
  const { review } = useParams({ from: '/reviews/$review/differences' })
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getDifferences, { params: { review } }))
  const refused = query.error instanceof CallRefused ? query.error.details : undefined
  if (refused?.code === 'sealed')
    return (
      <>
        <PageHeading title={texts.sealedTitle} />
        <EmptyState title={refused.title} action={<ToReview review={review} />}>
          {texts.waitingBody}
        </EmptyState>
      </>
    )
  return <PageAnswer query={query}>{(found) => <DifferencesView review={review} found={found} />}</PageAnswer>
}

function ToReview({ review }: { review: string }) {
  const texts = useTexts({ da, en })
  return (
    <Link className={buttonClass('secondary')} to={paths.review(review)}>
      {texts.backToReview}
    </Link>
  )
}

function isDifferent({ state }: DifferenceRow): boolean {
  return isCompared({ state }) && state !== 'same'
}

/** Answers in words are read side by side; two wordings are no disagreement. */
function isCompared({ state }: Pick<DifferenceRow, 'state'>): boolean {
  return state !== 'beside'
}

function DifferencesView({ review, found }: { review: string; found: Differences }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const local = useLocal()
  const { rows, below, caseId } = found
  const compared = below?.submitted === true
  const where = texts.where(local(found.stage), found.unit)
  return (
    <>
      <Breadcrumb
        above={[
          { title: navigation.tasks, to: paths.tasks() },
          { title: caseId, to: paths.review(review) },
        ]}
      />
      <PageHeading
        title={texts.title(caseId)}
        question={
          compared ? texts.conclusion(rows.filter(isDifferent).length, rows.filter(isCompared).length) : where
        }
      />
      {below === null ? (
        <EmptyState title={texts.lowest} action={<ToReview review={review} />}>
          {texts.lowestBody}
        </EmptyState>
      ) : compared ? (
        <>
          <p className="soft">{where}</p>
          <DifferenceTable
            review={review}
            found={found}
            belowTitle={texts.level(below.level, firstLower(local(below.title)))}
          />
        </>
      ) : (
        <EmptyState title={texts.waiting} action={<ToReview review={review} />}>
          {below.returned ? texts.returnedBelow : texts.waitingBody}
        </EmptyState>
      )}
      {below?.review != null && below.mayReturn && (
        <div className="button-row">
          <CorrectionButtons review={below.review} acts={['return']} />
        </div>
      )}
      <LazyDisclosure summary={texts.allLevels}>
        <AllLevels review={review} />
      </LazyDisclosure>
    </>
  )
}

/** One level's answer. */
function Side({ row, side }: { row: DifferenceRow; side: DifferenceRow['own'] }) {
  return <AnswerSide side={side}>{side !== null && <GivenAnswer question={row} given={side} />}</AnswerSide>
}

interface DifferenceTableProps {
  readonly review: string
  readonly found: Differences
  readonly belowTitle: string
}

function DifferenceTable({ review, found, belowTitle }: DifferenceTableProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useFilters(['show'])
  const shown = filters.show === 'all' ? found.rows : found.rows.filter(isDifferent)
  const columns: readonly DataColumn<DifferenceRow>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      render: ({ number, text }) => (
        <span className="reading-width">
          <span className="numeric soft">{number}</span> {local(text)}
        </span>
      ),
    },
    {
      key: 'own',
      title: texts.level(found.own.level, firstLower(local(found.own.title))),
      className: 'side',
      render: (row) => <Side row={row} side={row.own} />,
    },
    {
      key: 'below',
      title: belowTitle,
      className: 'side',
      render: (row) => <Side row={row} side={row.below} />,
    },
    {
      key: 'outcome',
      title: texts.outcome,
      className: 'outcome',
      render: (row) => (
        <div className="outcome-body">
          <OutcomeCell row={row} />
          <SettleButtons review={review} row={row} found={found} />
        </div>
      ),
    },
  ]
  return (
    <>
      <FilterBar
        filters={[
          {
            key: 'show',
            label: texts.show,
            all: texts.onlyDifferent,
            options: [{ value: 'all', label: texts.allQuestions }],
          },
        ]}
        values={filters}
        onChange={setFilters}
      />
      {shown.length === 0 ? (
        <EmptyState title={texts.noneDifferent}>{texts.noneDifferentBody}</EmptyState>
      ) : (
        <DataTable
          caption={texts.caption}
          captionHidden
          columns={columns}
          rows={shown}
          rowKey={({ question }) => question}
          stacked
        />
      )}
    </>
  )
}
