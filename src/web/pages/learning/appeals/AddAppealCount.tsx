import { useState, type SubmitEvent } from 'react'
import { addAppealCount, listAppeals } from '../../../../contract/learning/appeals.ts'
import {
  appealBases,
  appealScopes,
  type AppealBasis,
  type AppealScope,
} from '../../../../core/learning/appeal-count.ts'
import { appealAges, type AppealAge } from '../../../../core/learning/appeal.ts'
import { useSend } from '../../../api.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { LineField, NumberField } from './fields.tsx'

const numbers = ['sent', 'decided', 'upheld', 'upheldPercent'] as const

/** What is printed somewhere of a year's complaints; what the source leaves out stays empty. */
export function AddAppealCount({ onClose }: { onClose: () => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(addAppealCount, [listAppeals])
  const [year, setYear] = useState('')
  const [scope, setScope] = useState<AppealScope>('national')
  const [basis, setBasis] = useState<AppealBasis>('decided')
  const [age, setAge] = useState<AppealAge | ''>('')
  const [body, setBody] = useState('')
  const [provision, setProvision] = useState('')
  const [source, setSource] = useState('')
  const [held, setHeld] = useState({ sent: '', decided: '', upheld: '', upheldPercent: '' })
  const numberOf = (key: (typeof numbers)[number]) => (held[key] === '' ? null : Number(held[key]))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (send.isPending) return
    send.mutate(
      {
        body: {
          year: Number(year),
          scope,
          body,
          provision: provision.trim() === '' ? null : provision,
          ageGroup: age === '' ? null : age,
          basis,
          sent: numberOf('sent'),
          decided: numberOf('decided'),
          upheld: numberOf('upheld'),
          upheldPercent: numberOf('upheldPercent'),
          source,
        },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={texts.addCount} open onClose={onClose}>
      <form onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.year}>
          {(wired) => (
            <input
              {...wired}
              type="number"
              min={1950}
              max={2100}
              required
              className="form-input"
              value={year}
              onChange={({ target }) => setYear(target.value)}
            />
          )}
        </Field>
        <Choice
          label={texts.scope}
          value={scope}
          options={appealScopes.map((one) => [one, texts.scopes[one]] as const)}
          onChange={setScope}
        />
        <LineField label={texts.body} value={body} max={200} onChange={setBody} />
        <LineField label={texts.provision} optional value={provision} max={200} onChange={setProvision} />
        <Choice<AppealAge | ''>
          label={texts.ageGroup}
          value={age}
          options={[['', texts.all], ...appealAges.map((one) => [one, texts.ages[one]] as const)]}
          onChange={setAge}
        />
        <Choice
          label={texts.basis}
          value={basis}
          options={appealBases.map((one) => [one, texts.bases[one]] as const)}
          onChange={setBasis}
        />
        {numbers.map((key) => (
          <NumberField
            key={key}
            label={texts[key]}
            value={held[key]}
            max={key === 'upheldPercent' ? 100 : 10_000_000}
            onChange={(value) => setHeld({ ...held, [key]: value })}
          />
        ))}
        <LineField label={texts.source} value={source} max={400} onChange={setSource} />
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
