import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CallRefused } from '../../../contract/client.ts'
import { getDraw, type Draw } from '../../../contract/draw/draws.ts'
import { getRound, type Round } from '../../../contract/draw/rounds.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { rounds as roundsDa } from '../../texts/da/rounds.ts'
import { rounds as roundsEn } from '../../texts/en/rounds.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { NotFoundPage } from '../NotFoundPage.tsx'
import { DrawView } from './DrawView.tsx'
import { useKindWords, type KindWords } from './kind-words.ts'

type Level = Round['levels'][number]

export function DrawPage() {
  const { round: key, level } = useParams({ from: '/rounds/$round/draw/$level' })
  const query = useQuery(ask(getRound, { params: { round: key } }))
  return (
    <PageAnswer query={query}>
      {(round) => {
        const found = round.levels.find((candidate) => String(candidate.level) === level)
        return found === undefined ? <NotFoundPage /> : <LevelPage round={round} level={found} />
      }}
    </PageAnswer>
  )
}

function LevelPage({ round, level }: { round: Round; level: Level }) {
  const query = useQuery({
    ...ask(getDraw, { params: { round: round.key, level: level.level } }),
    enabled: level.state !== 'waiting',
  })
  if (level.state === 'waiting' && level.from !== null)
    return (
      <>
        <DrawHeading round={round} level={level} />
        <Waiting round={round} from={level.from} />
      </>
    )
  if (query.error instanceof CallRefused && cannotDraw.has(query.error.details.code))
    return (
      <>
        <DrawHeading round={round} level={level} />
        <CannotDraw refused={query.error} />
      </>
    )
  return (
    <>
      <DrawHeading round={round} level={level} draw={query.data} />
      <Answer query={query}>{(draw) => <DrawView round={round} level={level} draw={draw} />}</Answer>
    </>
  )
}

/** Refusals that are the page's whole answer. */
const cannotDraw: ReadonlySet<string> = new Set(['nothing-eligible', 'frame-not-readable'])

/** Names the level; the first line answers whether the draw was fair, as far as it has come. */
function DrawHeading({ round, level, draw }: { round: Round; level: Level; draw?: Draw | undefined }) {
  const texts = useTexts({ da, en })
  const roundTexts = useTexts({ da: roundsDa, en: roundsEn })
  const words = useKindWords(level.kind)
  const local = useLocal()
  return (
    <>
      <Breadcrumb
        above={[
          { title: roundTexts.listTitle, to: paths.rounds() },
          { title: local(round.title), to: paths.round(round.key) },
        ]}
      />
      <PageHeading
        title={texts.title(level.level, local(level.title))}
        question={draw?.closed === false ? answerWords(draw, words) : undefined}
      />
    </>
  )
}

function answerWords({ state, strata }: Draw, { answer }: KindWords): string {
  const eligible = strata.reduce((sum, stratum) => sum + stratum.eligible, 0)
  const drawn = strata.reduce((sum, stratum) => sum + (stratum.drawn ?? 0), 0)
  switch (state) {
    case 'to-freeze': {
      const wanted = strata.reduce((sum, stratum) => sum + Math.min(stratum.wanted, stratum.eligible), 0)
      return answer[state](eligible, strata.length, wanted)
    }
    case 'frozen':
      return answer[state](eligible)
    case 'drawn':
    case 'seed-published':
      return answer[state](drawn, eligible)
  }
  return state satisfies never
}

function Waiting({ round, from }: { round: Round; from: number }) {
  const texts = useTexts({ da, en })
  return (
    <EmptyState
      title={texts.waitingTitle}
      action={<Link to={paths.draw(round.key, from)}>{texts.waitingAction(from)}</Link>}
    >
      {texts.waitingBody(from)}
    </EmptyState>
  )
}

function CannotDraw({ refused }: { refused: CallRefused }) {
  const texts = useTexts({ da, en })
  return (
    <EmptyState
      title={refused.details.code === 'nothing-eligible' ? texts.nothingTitle : texts.unreadableTitle}
    >
      {refused.details.title} {(refused.details.problems ?? []).map(({ text }) => text).join(' ')}
    </EmptyState>
  )
}
