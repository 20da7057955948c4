import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import {
  addFinding,
  listAddedFindings,
  withdrawAddedFinding,
} from '../../../contract/finding/finding-acts.ts'
import { ask, useSend } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { LazyDisclosure } from '../review/LazyDisclosure.tsx'

interface AddedFindingsProps {
  readonly review: string
  /** Of the round: then nothing is added any more. */
  readonly closed: boolean
}

/** What a reviewer saw that no question asks about, and a field for one more where the round is open. */
export function AddedFindings({ review, closed }: AddedFindingsProps) {
  const texts = useTexts({ da, en })
  return (
    <LazyDisclosure summary={texts.addHeading}>
      <p className="reading-width">{texts.addBody}</p>
      <Added review={review} />
      {!closed && <AddForm review={review} />}
    </LazyDisclosure>
  )
}

function Added({ review }: { review: string }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(listAddedFindings, { params: { review } }))
  return (
    <Answer query={query}>
      {({ findings }) =>
        findings.length > 0 && (
          <ul>
            {findings.map(({ id, text, at, withdrawable }) => (
              <li key={id}>
                <span className="pre-line">{text}</span>{' '}
                <span className="soft small">
                  {texts.addedAlready} {formatDateTime(at, language)}
                </span>
                {withdrawable && <Withdraw review={review} addition={id} text={text} />}
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

/** Asks once more, because what is taken back is followed up by nobody. */
function Withdraw({ review, addition, text }: { review: string; addition: string; text: string }) {
  const texts = useTexts({ da, en })
  const send = useSend(withdrawAddedFinding)
  const [asking, setAsking] = useState(false)
  return (
    <>
      {' '}
      <Button className="small" aria-label={texts.withdrawNamed(text)} onClick={() => setAsking(true)}>
        {texts.withdraw}
      </Button>
      <ConfirmDialog
        title={texts.withdrawTitle}
        open={asking}
        action={texts.withdraw}
        busy={send.isPending}
        error={send.error}
        onClose={() => setAsking(false)}
        onConfirm={() => send.mutate({ params: { review, addition } })}
      >
        <p className="pre-line">{text}</p>
        <p>{texts.withdrawBody}</p>
      </ConfirmDialog>
    </>
  )
}

function AddForm({ review }: { review: string }) {
  const texts = useTexts({ da, en })
  const send = useSend(addFinding)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const [said, setSaid] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() === '' || send.isPending) return
    setSaid('')
    send.mutate(
      { params: { review }, body: { text } },
      {
        onSuccess: () => {
          setText('')
          setSaid(texts.added)
        },
      },
    )
  }
  return (
    <form noValidate className="finding-form" onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      <Field label={texts.addLabel} hint={texts.noNames} error={missing ? texts.addMissing : undefined}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={1000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={send.isPending}>
        {texts.add}
      </Button>
      <output className="done-note">{said}</output>
    </form>
  )
}
