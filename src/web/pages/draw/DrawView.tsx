import type { Draw } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { formatDateTime } from '../../format/dates.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Steps, type Step } from '../../ui/Progress.tsx'
import { CheckYourself } from './CheckYourself.tsx'
import { Digests } from './Digests.tsx'
import { DrawAct } from './DrawAct.tsx'
import { DrawnCases } from './DrawnCases.tsx'
import { FellOut } from './FellOut.tsx'
import { HandOver } from './HandOver.tsx'
import { useKindWords } from './kind-words.ts'
import { Strata } from './Strata.tsx'

interface DrawViewProps {
  readonly round: Round
  readonly level: Round['levels'][number]
  readonly draw: Draw
}

/** A level's draw, in the order in which one asks: what is next, what proves it, from how many, how to check it, which. */
export function DrawView({ round, level, draw }: DrawViewProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const words = useKindWords(draw.kind)
  const titles = { ...texts.step, draw: words.step }
  const steps = drawSteps(draw, { ...texts, titles }, (instant) => formatDateTime(instant, language))
  return (
    <>
      <Steps label={texts.steps} steps={steps} />
      <DrawAct round={round} level={level} draw={draw} />
      <p>
        <strong>{texts.rule}.</strong> {local(draw.selection)}
      </p>
      <p>
        <strong>{texts.chance}.</strong> {local(draw.chance)}
      </p>
      {draw.frozenAt !== null && <Digests draw={draw} />}
      {draw.closed ? (
        <p className="note">{texts.closed}</p>
      ) : (
        <>
          <h2>{draw.kind === 'census' ? texts.unitsHeading : texts.strataHeading}</h2>
          <Strata draw={draw} stages={round.stages} />
          <FellOut draw={draw} />
        </>
      )}
      {draw.drawnAt !== null && !draw.closed && <CheckYourself round={round} level={level} draw={draw} />}
      {draw.drawnAt !== null && !draw.closed && <DrawnCases round={round} level={level} draw={draw} />}
      {draw.drawnAt !== null && !draw.closed && <HandOver round={round.key} level={level.level} />}
    </>
  )
}

interface StepTexts extends Pick<typeof da, 'stepNow' | 'stepLater'> {
  readonly titles: Readonly<Record<'freeze' | 'draw' | 'publish', string>>
}

function drawSteps(draw: Draw, texts: StepTexts, at: (instant: string) => string): readonly Step[] {
  const instants = [draw.frozenAt, draw.drawnAt, draw.seedPublishedAt]
  const next = instants.indexOf(null)
  return (['freeze', 'draw', 'publish'] as const).map((key, index) => {
    const instant = instants[index] ?? null
    return {
      key,
      title: texts.titles[key],
      state: instant !== null ? 'done' : index === next ? 'current' : 'upcoming',
      detail: instant !== null ? at(instant) : index === next ? texts.stepNow : texts.stepLater,
    }
  })
}
