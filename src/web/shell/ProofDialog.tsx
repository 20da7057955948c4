import { useLocation } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { leaveForProvider } from '../../contract/access/provider-sign-in.ts'
import type { Session } from '../../contract/access/session.ts'
import { stepUp } from '../../contract/access/step-up.ts'
import { useSend } from '../api.ts'
import { asksForCode } from '../fresh-proof.ts'
import { proof as da } from '../texts/da/proof.ts'
import { proof as en } from '../texts/en/proof.ts'
import { useTexts } from '../texts/language.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogButtons } from '../ui/DialogButtons.tsx'
import { Field } from '../ui/Field.tsx'
import { Problem } from '../ui/Problem.tsx'

interface ProofDialogProps {
  readonly method: Session['method']
  readonly onDone: (proved: boolean) => void
}

/** Who signed in a while ago says again who they are, in the way they signed in. */
export function ProofDialog({ method, onDone }: ProofDialogProps) {
  const texts = useTexts({ da, en })
  const href = useLocation({ select: (location) => location.href })
  const prove = useSend(stepUp, [])
  const leave = useSend(leaveForProvider, [])
  const [password, setPassword] = useState('')
  /** Undefined until the server has asked for it. */
  const [code, setCode] = useState<string>()
  const error = prove.error ?? leave.error

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    try {
      if (method === 'provider') {
        const { address } = await leave.mutateAsync({ body: { goesTo: href, again: true } })
        window.location.assign(address)
        return
      }
      const typed = method === 'demo' ? {} : { password, ...(code !== undefined && { code }) }
      await prove.mutateAsync({ body: typed })
      onDone(true)
    } catch (refusal) {
      // Shown by <Problem>; what was wrong is typed anew.
      if (asksForCode(refusal)) setCode('')
      else setPassword('')
    }
  }

  return (
    <Dialog title={texts.title} open onClose={() => onDone(false)}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{texts.what[method]}</p>
        {error !== null && <Problem error={error} />}
        {method === 'password' && (
          <Field label={texts.password}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                type="password"
                autoComplete="current-password"
                maxLength={200}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
        )}
        {code !== undefined && (
          <Field label={texts.code} hint={texts.codeHint}>
            {(wired) => (
              <input
                {...wired}
                className="form-input"
                autoComplete="one-time-code"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={40}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
        <DialogButtons
          action={texts.action[method]}
          busy={prove.isPending || leave.isPending}
          onClose={() => onDone(false)}
        />
      </form>
    </Dialog>
  )
}
