import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** An `alertdialog` asks before something that cannot be undone; it does not close by a press beside it. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A question that must be answered before going on. Focus stays inside and returns to where it came from. */
export function Dialog({ title, open, onClose, role = 'dialog', children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen={open}
      isDismissable={role === 'dialog'}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="dialog-box">
        <AriaDialog role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
