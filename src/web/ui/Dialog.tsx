import { lazy, Suspense, useEffect, type ReactNode } from 'react'

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** An `alertdialog` asks before something that cannot be undone; it does not close by a press beside it. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

const loadModal = () => import('./ModalDialog.tsx')
const ModalDialog = lazy(async () => ({ default: (await loadModal()).ModalDialog }))

/** A question that must be answered before going on. Focus stays inside and returns to where it came from. */
export function Dialog({ open, ...rest }: DialogProps) {
  // Fetched once the page is drawn, so that it is there when the dialog is wanted; if that fails, opening tries again.
  useEffect(() => void loadModal().catch(() => undefined), [])
  if (!open) return null
  return (
    <Suspense fallback={null}>
      <ModalDialog {...rest} />
    </Suspense>
  )
}
