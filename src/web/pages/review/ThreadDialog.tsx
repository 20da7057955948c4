import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { getDifferences, type DifferenceRow } from '../../../contract/review/differences.ts'
import { getThread, writeMessage } from '../../../contract/review/discussion.ts'
import { ask, useSend } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface ThreadDialogProps {
  readonly review: string
  readonly row: DifferenceRow
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** What the two levels' reviewers have written about a question, with a field for one more. */
export function ThreadDialog({ review, row, mayWrite, onClose }: ThreadDialogProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const query = useQuery(ask(getThread, { params: { review, question: row.question } }))
  return (
    <Dialog title={texts.threadTitle(row.number)} open onClose={onClose}>
      <p>{local(row.text)}</p>
      <Answer query={query}>
        {({ messages }) =>
          messages.length === 0 ? (
            <p className="soft">{texts.threadEmpty}</p>
          ) : (
            <ol className="history">
              {messages.map(({ at, by, me, text }) => (
                <li key={`${at} ${by}`}>
                  <span className="cell-note">
                    {texts.byWhen(me ? `${by} (${texts.me})` : by, formatDateTime(at, language))}
                  </span>
                  <p className="pre-line">{text}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
      {mayWrite && <MessageForm review={review} question={row.question} />}
      <p className="hint">{texts.threadWhat}</p>
    </Dialog>
  )
}

function MessageForm({ review, question }: { review: string; question: string }) {
  const texts = useTexts({ da, en })
  const send = useSend(writeMessage, [getThread, getDifferences])
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const empty = text.trim() === ''
    setMissing(empty)
    if (empty || send.isPending) return
    send.mutate({ params: { review, question }, body: { text } }, { onSuccess: () => setText('') })
  }
  return (
    <form noValidate onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      <Field label={texts.message} error={missing ? texts.messageMissing : undefined}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            maxLength={4000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.sendMessage}
        </Button>
      </div>
    </form>
  )
}
