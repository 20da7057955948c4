import { useState, type SubmitEvent } from 'react'
import { leaveForProvider } from '../../../contract/access/provider-sign-in.ts'
import { useSend } from '../../api.ts'
import type { Path } from '../../paths.ts'
import { useSessionState } from '../../session.ts'
import { login as da } from '../../texts/da/login.ts'
import { login as en } from '../../texts/en/login.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Leads to the municipality's own sign-in. */
export function ProviderSignIn({ goTo }: { goTo: Path }) {
  const texts = useTexts({ da, en })
  const send = useSend(leaveForProvider, [])
  const choices = (useSessionState().municipalities ?? []).filter(({ provider }) => provider)
  const [chosen, setChosen] = useState('')
  const [missing, setMissing] = useState(false)
  const municipality = choices.length === 1 ? (choices[0]?.id ?? '') : chosen

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(municipality === '')
    if (municipality === '') return
    try {
      const { address } = await send.mutateAsync({ body: { municipality, goesTo: goTo } })
      window.location.assign(address)
    } catch {
      // Shown by <Problem>.
    }
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {send.isError && <Problem error={send.error} />}
      {choices.length > 1 && (
        <Field label={texts.municipality} error={missing ? texts.municipalityMissing : undefined}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{texts.choose}</option>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" busy={send.isPending}>
        {texts.provider}
      </Button>
    </form>
  )
}
