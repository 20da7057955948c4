import { useState } from 'react'
import { drawLevel, freezeFrame, publishSeed, type Draw } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { useSend } from '../../api.ts'
import { useMay } from '../../session.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useKindWords, type KindWords } from './kind-words.ts'

interface DrawActProps {
  readonly round: Round
  readonly level: Round['levels'][number]
  readonly draw: Draw
}

/** The one act that comes next, with what it does; asked once more before it is done. */
export function DrawAct({ round, level, draw }: DrawActProps) {
  const texts = useTexts({ da, en })
  const may = useMay()
  // The state that was asked about: when the draw has moved on, its question is answered and must not become the next.
  const [asking, setAsking] = useState<Draw['state'] | null>(null)
  const [done, setDone] = useState('')
  const input = { params: { round: round.key, level: level.level } }
  const freeze = useSend(freezeFrame)
  const drawing = useSend(drawLevel)
  const publish = useSend(publishSeed)
  const kind = useKindWords(draw.kind)
  const words = actWords(draw, level, texts, kind)
  const closed = round.state === 'closed' && draw.state !== 'drawn'

  const close = () => {
    setAsking(null)
    for (const send of [freeze, drawing, publish]) send.reset()
  }
  const act = () => {
    const { state } = draw
    const finished = (said: string) => {
      // By now the person may have asked for the next act.
      setAsking((asked) => (asked === state ? null : asked))
      setDone(said)
    }
    if (draw.state === 'to-freeze') freeze.mutate(input, { onSuccess: () => finished('') })
    if (draw.state === 'frozen')
      drawing.mutate(input, {
        onSuccess: ({ drawn, unassigned }) =>
          finished(unassigned === 0 ? kind.actDone(drawn) : kind.actUnassigned(drawn, unassigned)),
      })
    if (draw.state === 'drawn') publish.mutate(input, { onSuccess: () => finished(texts.publishedDone) })
  }

  return (
    <>
      <output className="done-note">{done}</output>
      {words !== null && (
        <section className="next-act" aria-label={words.action}>
          <p>{words.what}</p>
          {closed ? (
            <p className="soft">{texts.roundClosed}</p>
          ) : may(words.right) ? (
            <Button variant="primary" onClick={() => setAsking(draw.state)}>
              {words.action}
            </Button>
          ) : (
            <p className="soft">{texts.actBy}</p>
          )}
          <ConfirmDialog
            title={words.question}
            open={asking === draw.state}
            onClose={close}
            action={words.action}
            onConfirm={act}
            busy={freeze.isPending || drawing.isPending || publish.isPending}
            error={freeze.error ?? drawing.error ?? publish.error}
          >
            <p>{words.confirm}</p>
          </ConfirmDialog>
        </section>
      )}
    </>
  )
}

function actWords(
  { state, strata }: Draw,
  { level, from }: DrawActProps['level'],
  texts: typeof da,
  kind: KindWords,
) {
  switch (state) {
    case 'to-freeze': {
      const eligible = strata.reduce((sum, stratum) => sum + stratum.eligible, 0)
      const below = from === null ? '' : ` ${texts.freezeConfirmBelow(from)}`
      return {
        right: 'round.draw',
        what: kind.freezeWhat,
        action: texts.freeze,
        question: texts.freezeQuestion(level),
        confirm: kind.freezeConfirm(eligible) + below,
      } as const
    }
    case 'frozen':
      return {
        right: 'round.draw',
        what: kind.actWhat,
        action: kind.act,
        question: kind.actQuestion(level),
        confirm: kind.actConfirm(
          strata.reduce((sum, stratum) => sum + Math.min(stratum.wanted, stratum.eligible), 0),
        ),
      } as const
    case 'drawn':
      return {
        right: 'round.publish-seed',
        what: kind.publishWhat,
        action: texts.publish,
        question: texts.publishQuestion(level),
        confirm: kind.publishConfirm,
      } as const
    case 'seed-published':
      return null
  }
  return state satisfies never
}
