import { drafts as da } from '../texts/da/drafts.ts'
import { drafts as en } from '../texts/en/drafts.ts'
import { useTexts } from '../texts/language.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

interface SignOutWarningProps {
  readonly reviews: number
  readonly busy: boolean
  readonly error: unknown
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Signing out wipes what is on this computer only; whoever has such answers is asked first. */
export function SignOutWarning({ reviews, ...rest }: SignOutWarningProps) {
  const texts = useTexts({ da, en })
  return (
    <ConfirmDialog title={texts.signOutTitle} open action={texts.signOutAnyway} {...rest}>
      <p>{texts.signOutBody(reviews)}</p>
      <p>{texts.signOutAdvice}</p>
    </ConfirmDialog>
  )
}
