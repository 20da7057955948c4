import { focusOnceFree } from '../../../ui/return-focus.ts'

/** The same function at every drawing, so that React calls it when the element appears and not again. */
export function focusOnce(element: HTMLElement | null): void {
  if (element !== null) focusOnceFree(element)
}
