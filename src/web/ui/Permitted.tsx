import type { ReactNode } from 'react'
import type { Action } from '../../core/access/permissions.ts'
import { NotPermittedPage } from '../pages/NotPermittedPage.tsx'
import { useMay } from '../session.ts'

/** A page for those who may do `action` anywhere at all; nothing of it is drawn for the others. */
export function Permitted({ action, children }: { action: Action; children: ReactNode }) {
  const may = useMay()
  return may(action) ? children : <NotPermittedPage />
}
