import type { ReactNode } from 'react'

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** An `alertdialog` asks before something that cannot be undone; it does not close by a press beside it. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}
