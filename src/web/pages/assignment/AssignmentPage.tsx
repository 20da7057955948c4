import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listRounds, type RoundSummary } from '../../../contract/draw/rounds.ts'
import {
  getAssignment,
  type AssignedReview,
  type Assignment,
  type ReviewerLoad,
} from '../../../contract/review/assignment.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { AssignmentFilterBar, useAssignmentFilters } from './AssignmentFilterBar.tsx'
import { BalanceDialog } from './BalanceDialog.tsx'
import { DuePlans } from './DuePlans.tsx'
import { LoadTable } from './LoadTable.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { ReviewTable } from './ReviewTable.tsx'

export function AssignmentPage() {
  return (
    <Permitted action="review.assign">
      <Rounds />
    </Permitted>
  )
}

function Rounds() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listRounds, {}))
  const [{ round: wanted }] = useFilters(['round'])
  return (
    <PageAnswer query={query}>
      {({ rounds }) => {
        const open = rounds.filter(({ state, drawn }) => state !== 'closed' && drawn > 0)
        const round = rounds.find(({ key }) => key === wanted) ?? open[0] ?? rounds[0]
        if (round !== undefined) return <OneRound key={round.key} round={round} rounds={rounds} />
        return (
          <>
            <PageHeading title={texts.title} />
            <EmptyState title={texts.noRounds}>{texts.noRoundsBody}</EmptyState>
          </>
        )
      }}
    </PageAnswer>
  )
}

function OneRound({ round, rounds }: { round: RoundSummary; rounds: readonly RoundSummary[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [filters] = useAssignmentFilters()
  const { level, unit, reviewer, state, due, review } = filters
  const query = useQuery({
    ...ask(getAssignment, {
      params: { round: round.key },
      query: {
        ...(level !== undefined && { level: Number(level) }),
        ...(unit !== undefined && { unit }),
        ...(reviewer !== undefined && { reviewer }),
        ...(state !== undefined && { state }),
        ...(due !== undefined && { due }),
        ...(review !== undefined && { review }),
      },
    }),
    placeholderData: (before: Assignment | undefined) => before,
  })
  return (
    <>
      <PageHeading
        title={texts.title}
        question={texts.question(local(round.title))}
        actions={<Link to={paths.calendar()}>{texts.toCalendar}</Link>}
      />
      <Answer query={query}>{(assignment) => <View assignment={assignment} rounds={rounds} />}</Answer>
    </>
  )
}

function View({ assignment, rounds }: { assignment: Assignment; rounds: readonly RoundSummary[] }) {
  const texts = useTexts({ da, en })
  const [filters, setFilters] = useAssignmentFilters()
  const [balancing, setBalancing] = useState<ReviewerLoad | 'all' | null>(null)
  // Here and not in the table, which is gone when the last review of a filter has moved.
  const [moving, setMoving] = useState<readonly AssignedReview[]>([])
  const [moves, setMoves] = useState(0)
  const [done, setDone] = useState('')
  const { round, unassigned, reviews, total } = assignment
  return (
    <>
      {unassigned > 0 && !round.closed && (
        <div className="note">
          <h2>{texts.waiting(unassigned)}</h2>
          <p>{texts.waitingBody}</p>
          {filters.state !== 'unassigned' && (
            <Button onClick={() => setFilters({ state: 'unassigned', reviewer: undefined, due: undefined })}>
              {texts.showWaiting}
            </Button>
          )}
        </div>
      )}
      {filters.review !== undefined && (
        <div className="note">
          <p>{texts.onlyOne}</p>
          <Button onClick={() => setFilters({ review: undefined })}>{texts.showAll}</Button>
        </div>
      )}
      <AssignmentFilterBar assignment={assignment} rounds={rounds} />
      <output className="done-note">{done}</output>
      <section>
        <h2>{texts.loadHeading}</h2>
        <LoadTable assignment={assignment} onRelieve={setBalancing} />
        <p className="soft small">{texts.loadExplained}</p>
      </section>
      {!round.closed && (
        <section>
          <h2>{texts.balanceHeading}</h2>
          <p>{texts.balanceBody}</p>
          <Button onClick={() => setBalancing('all')}>{texts.balancePropose}</Button>
        </section>
      )}
      <section>
        <h2>{texts.reviewsHeading}</h2>
        {reviews.length === 0 ? (
          <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>
        ) : (
          <ReviewTable key={moves} assignment={assignment} onMove={setMoving} />
        )}
        {assignment.caseIdsHidden && <p className="soft small">{texts.caseIdsHidden}</p>}
        {total > reviews.length && <p className="soft">{texts.shown(reviews.length, total)}</p>}
      </section>
      <Disclosure summary={texts.dueHeading}>
        <DuePlans assignment={assignment} onDone={setDone} />
      </Disclosure>
      {moving.length > 0 && (
        <MoveDialog
          round={round.key}
          reviews={moving}
          onClose={() => setMoving([])}
          onDone={(words) => {
            setDone(words)
            setMoves(moves + 1)
            setMoving([])
          }}
        />
      )}
      {balancing !== null && (
        <BalanceDialog
          round={round.key}
          level={filters.level}
          unit={filters.unit}
          leaving={balancing === 'all' ? null : balancing}
          onClose={() => setBalancing(null)}
          onDone={(words) => {
            setDone(words)
            setBalancing(null)
          }}
        />
      )}
    </>
  )
}
