import { useState, type SubmitEvent } from 'react'
import type { CallOutput } from '../../../contract/client.ts'
import {
  addFourBox,
  saveFourBox,
  type FourBoxView,
  type listFourBoxes,
} from '../../../contract/learning/four-box.ts'
import { fourBoxes, isEmptyFourBox, type FourBox } from '../../../core/learning/four-box.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { fieldProblems } from '../../problem-words.ts'
import { fourBox as da } from '../../texts/da/four-box.ts'
import { fourBox as en } from '../../texts/en/four-box.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

type FourBoxList = CallOutput<typeof listFourBoxes>

interface FourBoxFormProps {
  readonly list: FourBoxList
  readonly proposal: FourBoxView | 'new'
  /** Id of the visit that it is written at; empty: none. */
  readonly visit: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Four fields side by side, one thought a line. */
export function FourBoxForm({ list, proposal, visit, onClose, onDone }: FourBoxFormProps) {
  const texts = useTexts({ da, en })
  const add = useSend(addFourBox)
  const save = useSend(saveFourBox)
  const isNew = proposal === 'new'
  const send = isNew ? add : save
  const [draft, setDraft] = useState(() => textOf(proposal))
  const [about, setAbout] = useState(visit)
  const [tried, setTried] = useState(false)
  const lines = linesOf(draft)
  const lacksTitle = draft.title.trim() === ''
  const lacksLines = isEmptyFourBox(lines)
  const problems = fieldProblems(send.error)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacksTitle || lacksLines || send.isPending) return
    const unit = list.unit.id
    const body = { title: draft.title, lines }
    const after = { onSuccess: onDone }
    if (!isNew)
      save.mutate(
        { params: { unit, proposal: proposal.id }, body: { ...body, version: proposal.version } },
        after,
      )
    else {
      const atVisit = list.visits.some(({ id }) => id === about)
      const where = { visit: atVisit ? about : null, round: atVisit || about === '' ? null : about }
      add.mutate({ params: { unit }, body: { ...body, ...where } }, after)
    }
  }
  return (
    <form noValidate onSubmit={submit} className="four-box">
      {send.isError && <Problem error={send.error} />}
      <p className="hint">{texts.note}</p>
      <Field
        label={texts.heading}
        hint={texts.headingHint}
        error={tried && lacksTitle ? texts.headingMissing : problems.get('title')}
      >
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={200}
            value={draft.title}
            onChange={({ target }) => setDraft({ ...draft, title: target.value })}
          />
        )}
      </Field>
      {isNew && <About list={list} value={about} onChange={setAbout} />}
      {tried && lacksLines && <p className="field-error">{texts.linesMissing}</p>}
      <div className="four-box-grid">
        {fourBoxes.map((box) => (
          <Field
            key={box}
            label={texts.boxes[box]}
            hint={texts.boxHint}
            error={[...problems].find(([path]) => path.startsWith(`lines.${box}`))?.[1]}
          >
            {(wired) => (
              <textarea
                {...wired}
                className="form-input"
                rows={5}
                value={draft[box]}
                onChange={({ target }) => setDraft({ ...draft, [box]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <DialogButtons
        action={isNew || proposal.sharedAt === null ? texts.saveDraft : texts.save}
        busy={send.isPending}
        onClose={onClose}
      />
    </form>
  )
}

interface AboutProps {
  readonly list: FourBoxList
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The round or the visit that the proposal comes from. */
function About({ list, value, onChange }: AboutProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  return (
    <Field label={texts.about}>
      {(wired) => (
        <select
          {...wired}
          className="form-select"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{texts.none}</option>
          <optgroup label={texts.visit}>
            {list.visits.map(({ id, day }) => (
              <option key={id} value={id}>
                {texts.visitOn(formatDate(day, language))}
              </option>
            ))}
          </optgroup>
          <optgroup label={texts.round}>
            {list.rounds.map(({ key, title }) => (
              <option key={key} value={key}>
                {local(title)}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  )
}

type Draft = Record<FourBox | 'title', string>

function textOf(proposal: FourBoxView | 'new'): Draft {
  if (proposal === 'new') return { title: '', want: '', hard: '', how: '', already: '' }
  const { title, lines } = proposal
  const text = (box: FourBox) => lines[box].join('\n')
  return { title, want: text('want'), hard: text('hard'), how: text('how'), already: text('already') }
}

function linesOf(draft: Draft) {
  const lines = (box: FourBox) =>
    draft[box]
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return { want: lines('want'), hard: lines('hard'), how: lines('how'), already: lines('already') }
}
