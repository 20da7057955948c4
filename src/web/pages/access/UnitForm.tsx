import { useState, type SubmitEvent } from 'react'
import { addUnit, listUnits, unitKinds, type Unit } from '../../../contract/access/units.ts'
import { useSend } from '../../api.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

export function UnitForm({ onDone }: { onDone: (name: string) => void }) {
  const texts = useTexts({ da, en })
  const send = useSend(addUnit, [listUnits])
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Unit['kind']>('family')
  const [missing, setMissing] = useState(false)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') {
      document.getElementById('unit-name')?.focus()
      return
    }
    send.mutate(
      { body: { name, kind } },
      {
        onSuccess: (added) => {
          setName('')
          // The next one is typed right away.
          document.getElementById('unit-name')?.focus()
          onDone(added.name)
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} aria-labelledby="add-unit">
      <h2 id="add-unit">{texts.addUnitHeading}</h2>
      {send.isError && <Problem error={send.error} />}
      <div className="search-bar">
        <Field id="unit-name" label={texts.unitName} error={missing ? texts.unitMissing : undefined}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={100}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.unitKind}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={kind}
              onChange={({ target }) => setKind(target.value === 'duty' ? 'duty' : 'family')}
            >
              {unitKinds.map((one) => (
                <option key={one} value={one}>
                  {texts.unitKinds[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.addUnit}
        </Button>
      </div>
    </form>
  )
}
