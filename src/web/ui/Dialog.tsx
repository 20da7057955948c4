import { lazy, Suspense, useEffect } from 'react'
import type { DialogProps } from './dialog-props.ts'

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
