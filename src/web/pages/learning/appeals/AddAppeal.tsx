import { useState, type SubmitEvent } from 'react'
import { addAppeal, listAppeals } from '../../../../contract/learning/appeals.ts'
import { appealAges, type AppealAge } from '../../../../core/learning/appeal.ts'
import { useSend } from '../../../api.ts'
import { appeals as da } from '../../../texts/da/appeals.ts'
import { appeals as en } from '../../../texts/en/appeals.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { DayField, LineField } from './fields.tsx'

interface AddProps {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

export function AddAppeal({ units, onClose }: AddProps) {
  const texts = useTexts({ da, en })
  const send = useSend(addAppeal, [listAppeals])
  const [reference, setReference] = useState('')
  const [provision, setProvision] = useState('')
  const [certain, setCertain] = useState(true)
  const [about, setAbout] = useState('')
  const [unit, setUnit] = useState('')
  const [age, setAge] = useState<AppealAge | ''>('')
  const [reassessedOn, setReassessedOn] = useState('')
  const [sentOn, setSentOn] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (send.isPending) return
    const body = {
      reference,
      provision,
      provisionCertain: certain,
      about: about.trim() === '' ? null : about,
      unit: unit === '' ? null : unit,
      ageGroup: age === '' ? null : age,
      reassessedOn: reassessedOn === '' ? null : reassessedOn,
      sentOn,
    }
    send.mutate({ body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={texts.add} open onClose={onClose}>
      <form onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <LineField
          label={texts.reference}
          hint={texts.noNames}
          value={reference}
          max={100}
          onChange={setReference}
        />
        <LineField label={texts.provision} value={provision} max={200} onChange={setProvision} />
        <Checkbox checked={certain} onChange={setCertain}>
          {texts.provisionCertain}
        </Checkbox>
        <LineField
          label={texts.about}
          hint={texts.noNames}
          optional
          value={about}
          max={400}
          onChange={setAbout}
        />
        <Choice
          label={texts.unit}
          value={unit}
          options={[['', texts.unknown], ...units.map(({ id, name }) => [id, name] as const)]}
          onChange={setUnit}
        />
        <Choice<AppealAge | ''>
          label={texts.ageGroup}
          value={age}
          options={[['', texts.unknown], ...appealAges.map((one) => [one, texts.ages[one]] as const)]}
          onChange={setAge}
        />
        <DayField label={texts.reassessedOn} optional value={reassessedOn} onChange={setReassessedOn} />
        <DayField label={texts.sentOn} value={sentOn} onChange={setSentOn} />
        <DialogButtons action={texts.save} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
