import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getRoundState, type LevelState, type RoundState } from '../../../contract/review/round-state.ts'
import { ask } from '../../api.ts'
import { firstLower } from '../../format/first-letter.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { progress as da } from '../../texts/da/progress.ts'
import { progress as en } from '../../texts/en/progress.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { EndTable } from './EndTable.tsx'
import { PaceChart } from './PaceChart.tsx'
import { StatesTable } from './StatesTable.tsx'
import { StuckReviews } from './StuckReviews.tsx'

export function ProgressPage() {
  const { round } = useParams({ from: '/rounds/$round/progress' })
  const query = useQuery({ ...ask(getRoundState, { params: { round } }), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{(state) => <ProgressView state={state} />}</PageAnswer>
}

function ProgressView({ state }: { state: RoundState }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const may = useMay()
  const { round, counts } = state
  const sum = (key: 'drawn' | 'submitted' | 'writtenOff') =>
    counts.reduce((total, each) => total + each[key], 0)
  const drawn = state.levels.filter(({ level }) => counts.some((each) => each.level === level))
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.rounds, to: paths.rounds() },
          { title: local(round.title), to: paths.round(round.key) },
        ]}
      />
      <PageHeading
        title={texts.title}
        question={
          drawn.length === 0
            ? texts.nothingDrawn
            : texts.conclusion(sum('submitted'), sum('drawn'), sum('writtenOff'))
        }
      />
      {drawn.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      ) : (
        <>
          {sum('writtenOff') > 0 && (
            <p className="note">
              {texts.restsOn(sum('drawn'), sum('drawn') + sum('writtenOff'), round.closed)}
            </p>
          )}
          <section>
            <h2>{texts.endHeading}</h2>
            <EndTable state={state} />
          </section>
          {may('review.assign') && !round.closed && <StuckReviews round={round.key} />}
          {drawn.map((level) => (
            <LevelSection key={level.level} state={state} level={level} />
          ))}
        </>
      )}
    </>
  )
}

function LevelSection({ state, level }: { state: RoundState; level: LevelState }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const name = texts.level(level.level, firstLower(local(level.title)))
  return (
    <section>
      <h2>{name}</h2>
      <PaceChart state={state} level={level} name={name} />
      <StatesTable counts={state.counts.filter((each) => each.level === level.level)} name={name} />
      <p className="soft small">
        {texts.hoursNote(level.minutesEach.minutes, level.minutesEach.basis === 'programme')}
      </p>
    </section>
  )
}
