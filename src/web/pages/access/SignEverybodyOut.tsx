import { useState } from 'react'
import { signEverybodyOut } from '../../../contract/access/own-sessions.ts'
import { useSend } from '../../api.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'

/** Ends every session of the municipality but this one. */
export function SignEverybodyOut() {
  const texts = useTexts({ da, en })
  const [isAsking, setAsking] = useState(false)
  const send = useSend(signEverybodyOut, [])
  return (
    <section aria-labelledby="everybody-out">
      <h2 id="everybody-out">{texts.everybody}</h2>
      <p>{texts.everybodyWhat}</p>
      <output className="done-note">{send.isSuccess && texts.everybodyDone(send.data.people)}</output>
      <Button onClick={() => setAsking(true)}>{texts.everybody}</Button>
      <ConfirmDialog
        title={texts.everybodyTitle}
        open={isAsking}
        onClose={() => setAsking(false)}
        action={texts.everybody}
        busy={send.isPending}
        error={send.error}
        onConfirm={() => send.mutate({}, { onSuccess: () => setAsking(false) })}
      >
        <p>{texts.everybodyWhat}</p>
      </ConfirmDialog>
    </section>
  )
}
