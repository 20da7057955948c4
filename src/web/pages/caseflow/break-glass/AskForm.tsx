import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  breakGlassMinutes,
  listBreakGlass,
  listOwnBreakGlass,
  openBreakGlass,
} from '../../../../contract/access/break-glass.ts'
import { useSend } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { breakGlass as da } from '../../../texts/da/break-glass.ts'
import { breakGlass as en } from '../../../texts/en/break-glass.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'

/** Asks for one case, by its number or the child's. Numbers are sent in the body and never stand in an address. */
export function AskForm() {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const send = useSend(openBreakGlass, [listOwnBreakGlass, listBreakGlass])
  const [caseId, setCaseId] = useState('')
  const [cpr, setCpr] = useState('')
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<(typeof breakGlassMinutes)[number]>(30)
  const [number, child] = [caseId.trim(), cpr.trim()]
  return (
    <form
      aria-labelledby="break-glass-ask"
      onSubmit={(event) => {
        event.preventDefault()
        const whose = {
          ...(number !== '' && { case: number }),
          ...(child !== '' && { cpr: child }),
        }
        send.mutate(
          { body: { ...whose, reason, minutes } },
          { onSuccess: ({ id }) => void router.navigate({ href: paths.breakGlassCase(id) }) },
        )
      }}
    >
      <h2 id="break-glass-ask">{texts.ask}</h2>
      <Field label={texts.caseNumber}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            autoComplete="off"
            maxLength={200}
            value={caseId}
            onChange={({ target }) => setCaseId(target.value)}
          />
        )}
      </Field>
      <Field label={texts.cpr} hint={texts.cprHint}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            autoComplete="off"
            maxLength={20}
            value={cpr}
            onChange={({ target }) => setCpr(target.value)}
          />
        )}
      </Field>
      <Field label={texts.reason} hint={texts.reasonHint}>
        {(wired) => (
          <textarea
            {...wired}
            className="form-input"
            rows={3}
            required
            minLength={10}
            maxLength={1000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Field label={texts.minutes}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={minutes}
            onChange={({ target }) =>
              setMinutes(breakGlassMinutes.find((one) => String(one) === target.value) ?? 30)
            }
          >
            {breakGlassMinutes.map((one) => (
              <option key={one} value={one}>
                {texts.minutesOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {send.isError && <Problem error={send.error} />}
      <Button type="submit" variant="primary" busy={send.isPending}>
        {texts.open}
      </Button>
    </form>
  )
}
