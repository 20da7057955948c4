import { useState } from 'react'
import { reopenReview, returnReview } from '../../../contract/review/corrections.ts'
import type { CorrectionAct } from '../../../core/review/correction.ts'
import { useSend } from '../../api.ts'
import { corrections as da } from '../../texts/da/corrections.ts'
import { corrections as en } from '../../texts/en/corrections.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

type Opening = Exclude<CorrectionAct, 'write-off'>
const openings = ['return', 'undo', 'restore'] as const satisfies readonly Opening[]

interface CorrectionButtonsProps {
  readonly review: string
  readonly acts: readonly CorrectionAct[]
  /** Which of several the button is about, where it stands in a row among others. */
  readonly about?: string
}

/** The acts that open a review again, each behind a dialog that asks why. */
export function CorrectionButtons({ review, acts, about }: CorrectionButtonsProps) {
  const texts = useTexts({ da, en })
  const [asking, setAsking] = useState<Opening | null>(null)
  const sendBack = useSend(returnReview)
  const reopen = useSend(reopenReview)
  const send = asking === 'return' ? sendBack : reopen
  const close = () => {
    setAsking(null)
    send.reset()
  }
  return (
    <>
      {openings
        .filter((act) => acts.includes(act))
        .map((act) => (
          <Button
            key={act}
            {...(about === undefined ? {} : { variant: 'tertiary', 'aria-label': about })}
            onClick={() => setAsking(act)}
          >
            {texts[`${act}Action`]}
          </Button>
        ))}
      {asking !== null && (
        <ReasonDialog
          title={texts[`${asking}Title`]}
          what={texts[`${asking}What`]}
          hint={texts[`${asking}Hint`]}
          action={texts[`${asking}Action`]}
          busy={send.isPending}
          error={send.error}
          onClose={close}
          onReason={(reason) => send.mutate({ params: { review }, body: { reason } }, { onSuccess: close })}
        />
      )}
    </>
  )
}
