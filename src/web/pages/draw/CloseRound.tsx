import { useState } from 'react'
import { closeRound, type Round } from '../../../contract/draw/rounds.ts'
import { useSend } from '../../api.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { corrections as daCorrections } from '../../texts/da/corrections.ts'
import { corrections as enCorrections } from '../../texts/en/corrections.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { isDrawn, type RoundStanding } from './round-standing.ts'
import { UnfinishedReviews } from './UnfinishedReviews.tsx'

/** What must happen before the round can be closed, and then the act itself. */
export function CloseRound({ round, standing }: { round: Round; standing: RoundStanding }) {
  const texts = useTexts({ da, en })
  const corrections = useTexts({ da: daCorrections, en: enCorrections })
  const local = useLocal()
  const may = useMay()
  const send = useSend(closeRound)
  const [asking, setAsking] = useState(false)
  if (!may('round.open')) return null
  const missing = standing.levels.flatMap(({ level, drawn, submitted }) => {
    if (!isDrawn(level.state)) return [texts.closeMissingLevel(level.level, local(level.title))]
    return submitted < drawn ? [texts.closeMissingReviews(level.level, drawn - submitted)] : []
  })
  return (
    <section aria-labelledby="close-round">
      <h2 id="close-round">{texts.closeHeading}</h2>
      <p>
        {texts.closeWhat} {corrections.noReopen}
      </p>
      {missing.length > 0 ? (
        <>
          <p>{texts.closeMissing}</p>
          <ul>
            {missing.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      ) : (
        <Button variant="primary" onClick={() => setAsking(true)}>
          {texts.closeAction}
        </Button>
      )}
      {may('review.write-off') && <UnfinishedReviews round={round.key} />}
      <ConfirmDialog
        title={texts.closeQuestion}
        open={asking}
        onClose={() => setAsking(false)}
        action={texts.closeAction}
        busy={send.isPending}
        error={send.error}
        onConfirm={() => send.mutate({ params: { round: round.key } }, { onSuccess: () => setAsking(false) })}
      >
        <p>
          {texts.closeConfirm} {corrections.noReopen}
        </p>
      </ConfirmDialog>
    </section>
  )
}
