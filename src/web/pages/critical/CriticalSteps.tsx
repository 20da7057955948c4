import { useState } from 'react'
import {
  doCriticalStep,
  type CriticalStepView,
  type CriticalView,
} from '../../../contract/review/critical-case.ts'
import type { CriticalStep } from '../../../core/review/critical-case.ts'
import { useSend } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { critical as da } from '../../texts/da/critical.ts'
import { critical as en } from '../../texts/en/critical.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { printDue, timeLeft } from './time-left.ts'

/** The four steps with their deadlines; the next one as a form for whoever may do it. */
export function CriticalSteps({ of }: { of: CriticalView }) {
  const texts = useTexts({ da, en })
  return (
    <section aria-labelledby="critical-steps">
      <h2 id="critical-steps">{texts.stepsHeading}</h2>
      <ol className="critical-steps">
        {of.steps.map((step) => (
          <li key={step.step}>
            <h3>{texts.steps[step.step]}</h3>
            <Standing of={step} />
            {of.acts.includes(step.step) && <StepForm critical={of.id} step={step.step} />}
          </li>
        ))}
      </ol>
      <p className="soft small">{texts.ours}</p>
    </section>
  )
}

function Standing({ of: { doneAt, due, late, minutesLeft } }: { of: CriticalStepView }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const at = (instant: string) => formatDateTime(instant, language)
  if (doneAt !== null)
    return (
      <StatusTag kind={late ? 'danger' : 'done'}>
        {late ? texts.doneLate(at(doneAt)) : texts.done(at(doneAt))}
      </StatusTag>
    )
  if (minutesLeft === null) return null
  if (late) return <StatusTag kind="danger">{texts.overdueSince(printDue(due, language))}</StatusTag>
  return (
    <p className="critical-due">
      {texts.due(printDue(due, language))}{' '}
      <span className="soft">({timeLeft(minutesLeft, language, texts)})</span>
    </p>
  )
}

function StepForm({ critical, step }: { critical: string; step: CriticalStep }) {
  const texts = useTexts({ da, en })
  const send = useSend(doCriticalStep)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const params = { critical }
  const submit = () => {
    if (send.isPending) return
    if (step === 'acknowledged') {
      send.mutate({ params, body: { step } })
      return
    }
    setMissing(text.trim() === '')
    if (text.trim() !== '') send.mutate({ params, body: { step, text } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {send.isError && <Problem error={send.error} />}
      {step !== 'acknowledged' && (
        <Field
          label={texts.fields[step]}
          hint={texts.hints[step]}
          error={missing ? texts.missing : undefined}
        >
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={step === 'accounted' ? 6 : 3}
              maxLength={4000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      )}
      <div className="button-row">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.buttons[step]}
        </Button>
      </div>
    </form>
  )
}
