/**
 * React Aria gives the focus back in an animation frame, and lets the page go from being inert in an effect that may come
 * after it; an inert button takes no focus, so that it stayed nowhere (its issue 10610). Here it waits until the page is let go.
 */
export function returnFocusToThePage(): void {
  document.addEventListener('react-aria-focus-scope-restore', (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || target.closest('[inert]') === null) return
    event.preventDefault()
    focusOnceFree(target)
  })
}

/** Gives an element the focus as soon as no dialog makes it inert, unless something else has it by then. */
export function focusOnceFree(element: HTMLElement): void {
  if (element.closest('[inert]') === null) {
    element.focus()
    return
  }
  const observer = new MutationObserver(() => {
    if (element.closest('[inert]') !== null) return
    observer.disconnect()
    if (document.activeElement === document.body) element.focus()
  })
  observer.observe(document.body, { subtree: true, attributeFilter: ['inert'] })
}
