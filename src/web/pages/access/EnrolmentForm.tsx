import { useState, type SubmitEvent } from 'react'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { QrCode } from './QrCode.tsx'

interface EnrolmentFormProps {
  readonly enrolment: { readonly address: string; readonly secret: string }
  readonly busy: boolean
  readonly error: unknown
  readonly onCode: (code: string) => void
}

/** Shows the secret to the app and asks for a first code from it. */
export function EnrolmentForm({ enrolment, busy, error, onCode }: EnrolmentFormProps) {
  const texts = useTexts({ da, en })
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() !== '') onCode(code)
  }
  return (
    <form noValidate className="form-width" onSubmit={submit}>
      {error !== null && <Problem error={error} />}
      <p>{texts.scan}</p>
      <QrCode text={enrolment.address} name={texts.qr} />
      <p>
        {texts.typeInstead} <span className="secret">{enrolment.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</span>
      </p>
      <CopyButton text={enrolment.secret} what={texts.secret} />
      <Field
        label={texts.firstCode}
        hint={texts.firstCodeHint}
        error={missing ? texts.firstCodeMissing : undefined}
      >
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" busy={busy}>
        {texts.confirm}
      </Button>
    </form>
  )
}
