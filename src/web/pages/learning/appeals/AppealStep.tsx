import { useState, type SubmitEvent } from 'react'
import {
  decideAppeal,
  learnAppealLesson,
  listAppeals,
  planAppealLesson,
  withdrawAppeal,
  type AppealRow,
} from '../../../../contract/learning/appeals.ts'
import { appealOutcomes, type AppealOutcome } from '../../../../core/learning/appeal.ts'
import { useSend } from '../../../api.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { DayField, LineField, TextField } from './fields.tsx'

export type Step = 'decide' | 'plan' | 'learn' | 'withdraw'

interface StepProps {
  readonly appeal: AppealRow
  readonly step: Step
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

/** One step of a complaint; each is written once. */
export function AppealStep({ appeal: { id, reference }, step, people, onClose }: StepProps) {
  const texts = useTexts({ da, en })
  const changes = [listAppeals]
  const decide = useSend(decideAppeal, changes)
  const plan = useSend(planAppealLesson, changes)
  const learn = useSend(learnAppealLesson, changes)
  const withdraw = useSend(withdrawAppeal, changes)
  const send = { decide, plan, learn, withdraw }[step]
  const [outcome, setOutcome] = useState<AppealOutcome>('upheld')
  const [day, setDay] = useState('')
  const [text, setText] = useState('')
  const [responsible, setResponsible] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (send.isPending) return
    const params = { appeal: id }
    const after = { onSuccess: onClose }
    if (step === 'decide')
      decide.mutate(
        { params, body: { outcome, decidedOn: day, ground: text.trim() === '' ? null : text } },
        after,
      )
    else if (step === 'plan') plan.mutate({ params, body: { lesson: text, responsible, dueOn: day } }, after)
    else if (step === 'learn') learn.mutate({ params, body: { learntOn: day, how: text } }, after)
    else withdraw.mutate({ params, body: { reason: text } }, after)
  }
  return (
    <Dialog title={texts.of(texts[step], reference)} open onClose={onClose}>
      <form onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <p>{texts.once}</p>
        {step === 'decide' && (
          <>
            <Choice
              label={texts.outcome}
              value={outcome}
              options={appealOutcomes.map((one) => [one, texts.outcomes[one]] as const)}
              onChange={setOutcome}
            />
            <DayField label={texts.decidedOn} value={day} onChange={setDay} />
            <TextField label={texts.ground} hint={texts.noNames} optional value={text} onChange={setText} />
          </>
        )}
        {step === 'plan' && (
          <>
            <TextField label={texts.lessonWhat} hint={texts.noNames} value={text} onChange={setText} />
            <Choice
              label={texts.responsible}
              value={responsible}
              options={[['', texts.choose], ...people.map((person) => [person.id, person.name] as const)]}
              onChange={setResponsible}
            />
            <DayField label={texts.dueOn} value={day} onChange={setDay} />
          </>
        )}
        {step === 'learn' && (
          <>
            <DayField label={texts.learntDay} value={day} onChange={setDay} />
            <TextField label={texts.learntHow} hint={texts.noNames} value={text} onChange={setText} />
          </>
        )}
        {step === 'withdraw' && <LineField label={texts.reason} value={text} max={400} onChange={setText} />}
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
