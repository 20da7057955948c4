import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { DialogProps } from './dialog-props.ts'
import { returnFocusToThePage } from './return-focus.ts'

returnFocusToThePage()

/** An open dialog. Apart from `Dialog`, so that no page waits for React Aria before a dialog is wanted. */
export function ModalDialog({ title, onClose, role = 'dialog', children }: Omit<DialogProps, 'open'>) {
  return (
    <ModalOverlay
      className="dialog-shade"
      isOpen
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
