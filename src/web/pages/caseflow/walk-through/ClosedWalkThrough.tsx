import { useState } from 'react'
import { addWalkThroughAddition, type WalkThroughView } from '../../../../contract/caseflow/walk-throughs.ts'
import { useSend } from '../../../api.ts'
import { formatDate, formatShortDate } from '../../../format/dates.ts'
import { fieldProblems } from '../../../problem-words.ts'
import { walkThrough as da } from '../../../texts/da/walk-through.ts'
import { walkThrough as en } from '../../../texts/en/walk-through.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { Agreements } from './Agreements.tsx'
import { focusOnce } from './focus-once.ts'

interface ClosedWalkThroughProps {
  readonly walk: WalkThroughView
  readonly mayLead: boolean
  /** Closed just now, here: its heading has the focus. */
  readonly focused: boolean
}

/** As it was closed, with what was added since. */
export function ClosedWalkThrough({ walk, mayLead, focused }: ClosedWalkThroughProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const closed = walk.closedAt === null ? '' : formatDate(walk.closedAt, language)
  const [adding, setAdding] = useState(false)
  return (
    <article className="walk-through" aria-labelledby={`walk-${walk.id}`}>
      <h3 id={`walk-${walk.id}`} tabIndex={-1} ref={focused ? focusOnce : undefined}>
        {texts.on(formatDate(walk.day, language))}
      </h3>
      <p className="soft small">
        {walk.closedBy === null ? texts.closedOn(closed) : texts.closedBy(walk.closedBy, closed)}
      </p>
      <ClosedText walk={walk} />
      {walk.additions.length > 0 && (
        <>
          <h4>{texts.additions}</h4>
          <ul>
            {walk.additions.map(({ n, text, by, at }) => (
              <li key={n}>
                <span className="walk-text">{text}</span>{' '}
                <span className="soft small">{texts.by(by ?? '–', formatShortDate(at, language))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayLead && (
        <div className="button-row not-printed">
          <Button variant="tertiary" onClick={() => setAdding(true)}>
            {texts.addAddition}
          </Button>
        </div>
      )}
      {adding && <AdditionDialog walk={walk.id} onClose={() => setAdding(false)} />}
    </article>
  )
}

/** Who took part, the notes and the agreements; for who reads. */
export function ClosedText({ walk }: { walk: WalkThroughView }) {
  const texts = useTexts({ da, en })
  return (
    <>
      <p className="small">
        {texts.participants}: {walk.participants.map(({ name }) => name).join(', ') || '–'}
      </p>
      {walk.notes === '' ? (
        <p className="soft">{texts.noNotes}</p>
      ) : (
        <p className="walk-text">{walk.notes}</p>
      )}
      <Agreements walk={walk} people={[]} mayWrite={false} />
    </>
  )
}

function AdditionDialog({ walk, onClose }: { walk: string; onClose: () => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(addWalkThroughAddition)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <Dialog title={texts.addAddition} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (text.trim() === '' || send.isPending) return
          send.mutate({ params: { walkThrough: walk }, body: { text } }, { onSuccess: onClose })
        }}
      >
        {send.isError && <Problem error={send.error} />}
        <Field
          label={texts.addition}
          hint={texts.additionHint}
          error={tried && text.trim() === '' ? texts.additionMissing : fieldProblems(send.error).get('text')}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={4}
              maxLength={4000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
