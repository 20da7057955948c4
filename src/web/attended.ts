/** Longer than the pause between two requests that a page sends by itself, so that nothing done between them is missed. */
const attendedFor = 2 * 60_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** A page that has just been opened was opened by somebody. */
let lastSign = Date.now()

/** Notices whether somebody is at the page; once, when it is loaded. */
export function watchAttendance(): void {
  const note = () => {
    lastSign = Date.now()
  }
  for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true })
}

/** Whether somebody has done anything at the page lately. */
export function isAttended(): boolean {
  // A clock that was set back says nothing.
  return Math.abs(Date.now() - lastSign) < attendedFor
}
