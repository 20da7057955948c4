import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getRound, type Round } from '../../../contract/draw/rounds.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { drawKinds as kindsDa } from '../../texts/da/draw-kinds.ts'
import { drawKinds as kindsEn } from '../../texts/en/draw-kinds.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Steps, type Step } from '../../ui/Progress.tsx'
import { RoundAdvice } from '../calibration/RoundAdvice.tsx'
import { CriticalInRound } from '../critical/CriticalInRound.tsx'
import { FindingsInRound } from '../finding/FindingsInRound.tsx'
import { AnchorSection } from './AnchorSection.tsx'
import { CloseRound } from './CloseRound.tsx'
import { Irregularities } from './Irregularities.tsx'
import { LevelsTable } from './LevelsTable.tsx'
import { NextActs, NextButton } from './NextActs.tsx'
import { positionWords } from './position-words.ts'
import { RoundFacts } from './RoundFacts.tsx'
import { isDrawn, roundStanding, type RoundStanding } from './round-standing.ts'
import { UnitsTable } from './UnitsTable.tsx'

export function RoundPage() {
  const { round: key } = useParams({ from: '/rounds/$round' })
  const query = useQuery(ask(getRound, { params: { round: key } }))
  return <PageAnswer query={query}>{(round) => <RoundView round={round} />}</PageAnswer>
}

function RoundView({ round }: { round: Round }) {
  const texts = useTexts({ da, en })
  const kinds = useTexts({ da: kindsDa, en: kindsEn })
  const local = useLocal()
  const language = useLanguage()
  const standing = roundStanding(round)
  const may = useMay()
  const closedOn = round.closedAt === null ? '' : formatDate(round.closedAt, language)
  return (
    <>
      <Breadcrumb above={[{ title: texts.listTitle, to: paths.rounds() }]} />
      <PageHeading
        title={local(round.title)}
        question={positionWords(round, standing, closedOn, texts, kinds)}
        actions={<NextButton round={round} standing={standing} />}
      />
      {round.writtenOff > 0 && (
        <p className="note">
          {texts.restsOn(round.drawn, round.drawn + round.writtenOff, round.state === 'closed')}
        </p>
      )}
      <Steps label={texts.cycle} steps={cycleSteps(round, standing, texts, kinds)} />
      <div className="two-columns side-right">
        <div>
          <NextActs round={round} standing={standing} />
          <h2>{texts.unitsHeading}</h2>
          <UnitsTable round={round} />
          {round.drawn + round.writtenOff > 0 && (
            <p>
              <Link to={paths.progress(round.key)}>{texts.toProgress}</Link>
            </p>
          )}
        </div>
        <RoundFacts round={round} />
      </div>
      <h2>{texts.levelsHeading}</h2>
      <LevelsTable round={round} standing={standing} />
      {may('calibration.advise') && <RoundAdvice round={round.key} />}
      {may('critical.read') && <CriticalInRound round={round.key} />}
      {may('finding.read') && <FindingsInRound round={round.key} />}
      <Irregularities round={round} />
      {may('anchor.read') && <AnchorSection round={round.key} closed={round.state === 'closed'} />}
      {round.state !== 'closed' && <CloseRound round={round} standing={standing} />}
    </>
  )
}

function stepWords(
  { drawn, submitted, writtenOff }: Pick<Round, 'drawn' | 'submitted' | 'writtenOff'>,
  texts: typeof da,
): string {
  if (writtenOff === 0) return texts.stepReviewed(submitted, drawn)
  return submitted === drawn
    ? texts.restWrittenOff(submitted, writtenOff)
    : `${texts.stepReviewed(submitted, drawn + writtenOff)}, ${texts.writtenOffCount(writtenOff)}`
}

/** A step for each level and one for the closing. */
function cycleSteps(
  round: Round,
  { levels, next }: RoundStanding,
  texts: typeof da,
  kinds: typeof kindsDa,
): readonly Step[] {
  const closed = round.state === 'closed'
  const steps = levels.map(({ level, drawn, submitted, writtenOff }): Step => {
    const done = isDrawn(level.state) && submitted === drawn
    const { state } = level
    return {
      key: String(level.level),
      title: texts.levelNumber(level.level),
      state: done ? 'done' : state === 'waiting' ? 'upcoming' : 'current',
      detail:
        state === 'drawn' || state === 'seed-published'
          ? stepWords({ drawn, submitted, writtenOff }, texts)
          : state === 'to-freeze'
            ? kinds[level.kind].round.step
            : texts.stepStates[state],
    }
  })
  const closing: Step = {
    key: 'closing',
    title: texts.closing,
    state: closed ? 'done' : next.kind === 'close' ? 'current' : 'upcoming',
    detail: closed ? texts.stepClosed : texts.stepOpen,
  }
  return [...steps, closing]
}
