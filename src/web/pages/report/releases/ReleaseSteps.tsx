import { useState, type SubmitEvent } from 'react'
import {
  approveRelease,
  checkRelease,
  dropRelease,
  getRelease,
  handOverRelease,
  publishRelease,
  type ReleaseDetails,
} from '../../../../contract/report/releases.ts'
import { isHindrance } from '../../../../core/report/edit-report.ts'
import type { ReleaseStep } from '../../../../core/report/release.ts'
import { useSend } from '../../../api.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'

/** What the person may do with the report now, each asked once more with what it means. */
export function ReleaseSteps({ release, unsaved }: { release: ReleaseDetails; unsaved: boolean }) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState<ReleaseStep | null>(null)
  const { steps, others, draft } = release
  if (steps.length === 0 && others.length === 0) return null
  const isHindered = draft?.problems.some(isHindrance) ?? false
  return (
    <section>
      <h2>{texts.next}</h2>
      {others.length > 0 && <p>{texts.others}</p>}
      {unsaved && <p>{texts.unsavedFirst}</p>}
      {isHindered && <p>{texts.notReady}</p>}
      <div className="button-row">
        {steps.map((step) => (
          <Button
            key={step}
            variant={step === 'send-back' || step === 'drop' ? 'secondary' : 'primary'}
            disabled={step === 'hand-over' && (unsaved || isHindered)}
            onClick={() => setAsked(step)}
          >
            {texts.steps[step]}
          </Button>
        ))}
      </div>
      {asked !== null && <StepDialog release={release} step={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

interface StepDialogProps {
  readonly release: ReleaseDetails
  readonly step: ReleaseStep
  readonly onClose: () => void
}

function StepDialog({ release, step, onClose }: StepDialogProps) {
  const texts = useTexts({ da, en })
  const [word, setWord] = useState('')
  const [tried, setTried] = useState(false)
  const { take, isPending, error } = useStep(release, onClose)
  const needsWord = step === 'send-back' || step === 'drop'
  const lacks = needsWord && tried && word.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if ((needsWord && word.trim() === '') || isPending) return
    take(step, word)
  }
  return (
    <Dialog title={texts.steps[step]} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{texts.stepNotes[step]}</p>
        {error !== null && <Problem error={error} />}
        {needsWord && (
          <Field label={texts.reason} error={lacks ? texts.reasonMissing : undefined}>
            {(wired) => (
              <textarea
                {...wired}
                className="form-input"
                rows={3}
                maxLength={2000}
                value={word}
                onChange={({ target }) => setWord(target.value)}
              />
            )}
          </Field>
        )}
        <DialogButtons action={texts.steps[step]} busy={isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** Each step has its own address, because each asks for its own right. */
function useStep({ id, seen, state }: ReleaseDetails, onDone: () => void) {
  const again = [getRelease]
  const handOver = useSend(handOverRelease, again)
  const drop = useSend(dropRelease, again)
  const check = useSend(checkRelease, again)
  const approve = useSend(approveRelease, again)
  const publish = useSend(publishRelease, again)
  const all = [handOver, drop, check, approve, publish]
  const params = { release: id }
  const done = { onSuccess: onDone }
  const take = (step: ReleaseStep, word: string) => {
    const passed = { outcome: 'passed' } as const
    switch (step) {
      case 'hand-over':
        return handOver.mutate({ params, body: { seen } }, done)
      case 'drop':
        return drop.mutate({ params, body: { word } }, done)
      case 'pass':
        return check.mutate({ params, body: passed }, done)
      case 'approve':
        return approve.mutate({ params, body: passed }, done)
      case 'release':
        return publish.mutate({ params, body: passed }, done)
      case 'send-back': {
        const sending = state === 'checking' ? check : state === 'checked' ? approve : publish
        return sending.mutate({ params, body: { outcome: 'sent-back', word } }, done)
      }
      default:
        return step satisfies never
    }
  }
  return {
    take,
    isPending: all.some((each) => each.isPending),
    error: all.find((each) => each.isError)?.error ?? null,
  }
}
