import { useState } from 'react'
import { answerDispute, type DisputeRow } from '../../../contract/review/disputes.ts'
import { disputeOutcomes, type DisputeOutcome } from '../../../core/review/feedback.ts'
import { useSend } from '../../api.ts'
import { disputes as da } from '../../texts/da/disputes.ts'
import { disputes as en } from '../../texts/en/disputes.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { WordsForm } from './WordsForm.tsx'

interface OutcomeFormProps {
  readonly dispute: DisputeRow
  readonly onAnswered: (outcome: DisputeOutcome) => void
}

/** How the leader answers: the review stands, or a correction is asked for. Both need words. */
export function OutcomeForm({ dispute, onAnswered }: OutcomeFormProps) {
  const texts = useTexts({ da, en })
  const send = useSend(answerDispute)
  const [open, setOpen] = useState(false)
  const [outcome, setOutcome] = useState<DisputeOutcome | null>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const answer = () => {
    setAsked(true)
    const text = words.trim()
    if (outcome === null || text === '' || send.isPending) return
    send.mutate(
      { params: { dispute: dispute.id }, body: { outcome, words: text } },
      { onSuccess: () => onAnswered(outcome) },
    )
  }
  if (!open)
    return (
      <Button aria-label={texts.answerNamed(dispute.number, dispute.caseId)} onClick={() => setOpen(true)}>
        {texts.answer}
      </Button>
    )
  return (
    <WordsForm
      texts={{ label: texts.words, hint: texts.wordsHint, send: texts.send, cancel: texts.cancel }}
      words={words}
      error={asked && words.trim() === '' ? texts.wordsMissing : undefined}
      sending={send}
      onWords={setWords}
      onSend={answer}
      onCancel={() => setOpen(false)}
    >
      <fieldset className="choices one-a-line">
        <legend>{texts.how}</legend>
        {asked && outcome === null && <p className="field-error">{texts.choose}</p>}
        {disputeOutcomes.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={`outcome-${dispute.id}`}
              checked={outcome === each}
              onChange={() => setOutcome(each)}
            />{' '}
            {texts.choices[each]}
          </label>
        ))}
      </fieldset>
    </WordsForm>
  )
}
