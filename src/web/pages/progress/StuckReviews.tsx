import { useQuery } from '@tanstack/react-query'
import { listStuck, type StuckReview } from '../../../contract/review/round-state.ts'
import { quietDays, returnedDays } from '../../../core/review/stuck.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { progress as da } from '../../texts/da/progress.ts'
import { progress as en } from '../../texts/en/progress.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'

/** What stands still, for those who can do something about it. */
export function StuckReviews({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  const query = useQuery({ ...ask(listStuck, { params: { round } }), refetchOnMount: 'always' as const })
  return (
    <section>
      <h2>{texts.stuckHeading}</h2>
      <Answer query={query}>
        {({ reviews, total }) =>
          reviews.length === 0 ? (
            <EmptyState title={texts.noneStuck}>{texts.noneStuckBody(quietDays)}</EmptyState>
          ) : (
            <>
              <p>
                {texts.stuckWhat} <Link to={paths.assignment({ round })}>{texts.toAssignment}</Link>
              </p>
              <StuckTable round={round} reviews={reviews} />
              {total > reviews.length && <p className="soft">{texts.firstOf(reviews.length, total)}</p>}
              <p className="soft small">{texts.stuckNote(quietDays, returnedDays)}</p>
            </>
          )
        }
      </Answer>
    </section>
  )
}

function StuckTable({ round, reviews }: { round: string; reviews: readonly StuckReview[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const columns: readonly DataColumn<StuckReview>[] = [
    {
      key: 'case',
      title: texts.case,
      rowHeader: true,
      render: ({ id, caseId, stage }) => (
        <>
          <Link to={paths.assignment({ round, review: id })}>{caseId}</Link>{' '}
          <span className="soft">{local(stage)}</span>
        </>
      ),
    },
    {
      key: 'level',
      title: texts.levelTitle,
      align: 'end',
      sortBy: ({ level }) => level,
      render: ({ level }) => level,
    },
    { key: 'unit', title: texts.unit, sortBy: ({ unit }) => unit, render: ({ unit }) => unit },
    {
      key: 'reason',
      title: texts.why,
      sortBy: ({ reason }) => texts.reasons[reason],
      render: ({ reason, dueOn }) =>
        reason === 'overdue' && dueOn !== null
          ? texts.overdueSince(formatDate(dueOn, language))
          : texts.reasons[reason],
    },
    {
      key: 'touched',
      title: texts.lastTouched,
      sortBy: ({ lastTouchedOn }) => lastTouchedOn,
      render: ({ lastTouchedOn }) => formatDate(lastTouchedOn, language),
    },
    {
      key: 'reviewers',
      title: texts.reviewers,
      render: ({ reviewers }) => (reviewers.length === 0 ? '–' : reviewers.join(', ')),
    },
  ]
  return (
    <DataTable
      caption={texts.stuckCaption}
      captionHidden
      columns={columns}
      rows={reviews}
      rowKey={({ id }) => id}
      stacked
    />
  )
}
