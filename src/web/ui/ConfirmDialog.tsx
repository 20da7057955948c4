import type { ReactNode } from 'react'
import { useCommonTexts } from '../texts/common.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly action: string
  readonly onConfirm: () => void
  readonly busy: boolean
  /** Why it did not succeed, where it was tried. */
  readonly error: unknown
  /** What happens, and that it cannot be undone. */
  readonly children: ReactNode
}

/** Asks before an act that cannot be undone. It stays open until the act is done, so that a refusal stands beside its question. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const texts = useCommonTexts()
  const { busy, error } = props
  return (
    <Dialog title={props.title} open={props.open} onClose={props.onClose} role="alertdialog">
      {props.children}
      {error !== null && <Problem error={error} />}
      <div className="button-row">
        <Button variant="primary" busy={busy} onClick={props.onConfirm}>
          {props.action}
        </Button>
        <Button onClick={props.onClose}>{texts.cancel}</Button>
      </div>
    </Dialog>
  )
}
