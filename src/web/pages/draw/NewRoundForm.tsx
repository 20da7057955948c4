import { useRouter } from '@tanstack/react-router'
import { useState, type InputHTMLAttributes, type SubmitEvent } from 'react'
import { CallRefused } from '../../../contract/client.ts'
import { listRounds, openRound, type RoundSummary } from '../../../contract/draw/rounds.ts'
import type { ProgrammeSummary } from '../../../contract/programme/programme.ts'
import { useSend } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { fieldProblems } from '../../problem-words.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { QuarterButtons } from './QuarterButtons.tsx'
import { quartersUntil } from './quarters.ts'
import {
  draftErrors,
  draftFields,
  draftOfQuarter,
  isNotOver,
  overlapping,
  refusedField,
  usualBaseline,
  usualQuarter,
  type DraftField,
  type RoundDraft,
} from './round-draft.ts'

interface NewRoundFormProps {
  readonly programmes: readonly ProgrammeSummary[]
  readonly rounds: readonly RoundSummary[]
}

const offeredQuarters = 5

export function NewRoundForm({ programmes, rounds }: NewRoundFormProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const router = useRouter()
  const send = useSend(openRound, [listRounds])
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const quarters = quartersUntil(today, offeredQuarters)
  const [draft, setDraft] = useState<RoundDraft>(() => firstDraft(programmes, rounds, today))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const change = (changes: Partial<RoundDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const errorOf = (field: DraftField) => errors.find(({ control }) => control === field)?.text

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const own = inOrder(draftErrors(draft, texts.errors))
    setErrors(own)
    if (own.length > 0) return
    try {
      const { key } = await send.mutateAsync({
        body: { ...draft, baseline: draft.baseline === '' ? null : draft.baseline },
      })
      await router.navigate({ href: paths.round(key) })
    } catch (error) {
      setErrors(inOrder(refusedFields(error)))
    }
  }

  const sharing = overlapping(draft, rounds)
  const text = (
    field: 'key' | 'titleDa' | 'titleEn',
    label: string,
    rest: { hint?: string; lang?: string } = {},
  ) => {
    const { hint, ...attributes } = rest
    return (
      <Field id={field} label={label} {...(hint !== undefined && { hint })} error={errorOf(field)}>
        {(wired) => (
          <Input
            {...wired}
            {...attributes}
            value={draft[field]}
            onText={(value) => change({ [field]: value })}
          />
        )}
      </Field>
    )
  }
  const day = (field: 'periodFrom' | 'periodTo', label: string) => (
    <Field id={field} label={label} error={errorOf(field)}>
      {(wired) => (
        <Input {...wired} type="date" value={draft[field]} onText={(value) => change({ [field]: value })} />
      )}
    </Field>
  )

  return (
    <form noValidate className="form-width" onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} />
      {errors.length === 0 && send.isError && <Problem error={send.error} />}
      <Field
        id="programme"
        label={texts.newProgramme}
        hint={texts.newProgrammeHint}
        error={errorOf('programme')}
      >
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={draft.programme}
            onChange={({ target: { value } }) =>
              change({ programme: value, baseline: usualBaseline(rounds, value) })
            }
          >
            <option value="">{texts.newChoose}</option>
            {programmes.map(({ key, title }) => (
              <option key={key} value={key}>
                {local(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="period">
        <legend>{texts.newPeriod}</legend>
        <p className="hint">{texts.newPeriodHint}</p>
        <QuarterButtons
          quarters={quarters}
          chosen={draft}
          onChoose={(quarter) => change(draftOfQuarter(quarter, rounds))}
        />
        <div className="field-pair">
          {day('periodFrom', texts.newFrom)}
          {day('periodTo', texts.newTo)}
        </div>
        <output>
          {isNotOver(draft, today) && (
            <p className="note">{texts.newNotOver(formatDate(draft.periodTo, language))}</p>
          )}
          {sharing !== undefined && <p className="note">{texts.newOverlap(local(sharing.title))}</p>}
        </output>
      </fieldset>
      {text('key', texts.newKey, { hint: texts.newKeyHint })}
      {text('titleDa', texts.newTitleDa, { lang: 'da' })}
      {text('titleEn', texts.newTitleEn, { lang: 'en' })}
      <Field id="baseline" label={texts.newBaseline} hint={texts.newBaselineHint} error={errorOf('baseline')}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={draft.baseline}
            onChange={(event) => change({ baseline: event.target.value })}
          >
            <option value="">{texts.newNoBaseline}</option>
            {rounds
              .filter(({ programme }) => programme.key === draft.programme)
              .map(({ key, title }) => (
                <option key={key} value={key}>
                  {local(title)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.newSubmit}
        </Button>
      </div>
    </form>
  )
}

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly onText: (value: string) => void
}

function Input({ onText, ...rest }: InputProps) {
  return <input {...rest} className="form-input" onChange={(event) => onText(event.target.value)} />
}

function firstDraft(
  programmes: readonly ProgrammeSummary[],
  rounds: readonly RoundSummary[],
  today: string,
): RoundDraft {
  // The programme of the newest round, or the only one there is.
  const usual = rounds[0]?.programme.key ?? (programmes.length === 1 ? programmes[0]?.key : undefined) ?? ''
  const empty = { periodFrom: '', periodTo: '', key: '', titleDa: '', titleEn: '' }
  const quarter = usualQuarter(quartersUntil(today, offeredQuarters), rounds, today)
  return {
    programme: usual,
    ...(quarter === undefined ? empty : draftOfQuarter(quarter, rounds)),
    baseline: usualBaseline(rounds, usual),
  }
}

function inOrder(errors: ReadonlyMap<string, string>): readonly FormError[] {
  return draftFields.flatMap((field) => {
    const text = errors.get(field)
    return text === undefined ? [] : [{ control: field, text }]
  })
}

function refusedFields(error: unknown): ReadonlyMap<string, string> {
  const field = error instanceof CallRefused ? refusedField[error.details.code] : undefined
  return field === undefined || !(error instanceof CallRefused)
    ? fieldProblems(error)
    : new Map([[field, error.details.title]])
}
