import { useState, type SubmitEvent } from 'react'
import { renameUnit, type Unit } from '../../../contract/access/units.ts'
import { useSend } from '../../api.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

interface RenameDialogProps {
  readonly unit: Unit
  readonly onClose: () => void
  readonly onDone: (name: string) => void
}

export function RenameDialog({ unit, onClose, onDone }: RenameDialogProps) {
  const texts = useTexts({ da, en })
  // Other pages show the name too, so everything is asked for again.
  const send = useSend(renameUnit)
  const [name, setName] = useState(unit.name)
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    send.mutate(
      { params: { unit: unit.id }, body: { name } },
      { onSuccess: (renamed) => onDone(renamed.name) },
    )
  }
  return (
    <Dialog title={texts.renameTitle(unit.name)} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{texts.renameWhat}</p>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.unitName} error={missing ? texts.unitMissing : undefined}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={100}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.rename} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
