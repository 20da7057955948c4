import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CallRefused } from '../../../contract/client.ts'
import { getMerge, submitMerged, type Merge, type MergeRow } from '../../../contract/review/merge.ts'
import { ask, useSend } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { merge as da } from '../../texts/da/merge.ts'
import { merge as en } from '../../texts/en/merge.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { MergeOutcome } from './MergeOutcome.tsx'
import { MergeSideCell } from './MergeSideCell.tsx'

/** What two who reviewed apart said, side by side, until it has become the level's answers. */
export function MergePage() {
  const { review } = useParams({ from: '/reviews/$review/merge' })
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getMerge, { params: { review } }))
  const refused = query.error instanceof CallRefused ? query.error.details : undefined
  if (refused?.code === 'merge-sealed')
    return (
      <>
        <PageHeading title={texts.sealedTitle} />
        <EmptyState
          title={refused.title}
          action={
            <Link className={buttonClass('secondary')} to={paths.review(review)}>
              {texts.backToReview}
            </Link>
          }
        >
          {texts.waitingBody}
        </EmptyState>
      </>
    )
  return <PageAnswer query={query}>{(found) => <MergeView review={review} found={found} />}</PageAnswer>
}

function isToSettle({ state }: MergeRow): boolean {
  return state === 'open' || state === 'chosen'
}

function MergeView({ review, found }: { review: string; found: Merge }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const local = useLocal()
  const send = useSend(submitMerged)
  const { rows, caseId, forms, mayDecide, submitted, complete } = found
  const asked = rows.filter(({ state }) => state !== 'not-asked')
  const said = forms.filter(({ comment }) => comment !== null)
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
          submitted ? texts.submitted : texts.conclusion(asked.filter(isToSettle).length, asked.length)
        }
      />
      <p className="soft">{local(found.stage)}</p>
      {mayDecide && <p className="reading-width">{forms.length === 1 ? texts.alone : texts.how}</p>}
      {send.isError && <Problem error={send.error} />}
      {mayDecide && complete && (
        <div className="button-row">
          <Button variant="primary" busy={send.isPending} onClick={() => send.mutate({ params: { review } })}>
            {texts.submit}
          </Button>
        </div>
      )}
      <MergeTable review={review} found={found} />
      {said.length > 0 && (
        <>
          <h2>{texts.comments}</h2>
          {said.map(({ name, me, comment }) => (
            <p key={name} className="pre-line reading-width">
              <strong>{me ? texts.you(name) : name}:</strong> {comment}
            </p>
          ))}
        </>
      )}
    </>
  )
}

function MergeTable({ review, found }: { review: string; found: Merge }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters, setFilters] = useFilters(['show'])
  // What was settled stays in sight: somebody may want to choose again.
  const shown =
    filters.show === 'all'
      ? found.rows
      : found.rows.filter(
          (row) => isToSettle(row) || row.choice !== null || (row.state === 'follows' && row.differs),
        )
  const columns: readonly DataColumn<MergeRow>[] = [
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
    ...found.forms.map(({ name, me }, at): DataColumn<MergeRow> => ({
      key: `form-${at}`,
      title: me ? texts.you(name) : name,
      className: 'side',
      render: (row) => <MergeSideCell row={row} side={row.sides[at]} />,
    })),
    {
      key: 'outcome',
      title: texts.outcome,
      className: 'outcome',
      render: (row) => <MergeOutcome review={review} row={row} mayDecide={found.mayDecide} />,
    },
  ]
  return (
    <>
      <FilterBar
        filters={[
          {
            key: 'show',
            label: texts.show,
            all: texts.onlyOpen,
            options: [{ value: 'all', label: texts.allQuestions }],
          },
        ]}
        values={filters}
        onChange={setFilters}
      />
      {shown.length === 0 ? (
        <EmptyState title={texts.noneOpen}>{texts.noneOpenBody}</EmptyState>
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
