import { useEffect, useState } from 'react'
import { onWiped } from '../../drafts/drafts.ts'

const keyOf = (review: string) => `tilsyn.active ${review}`

// Whoever signs out leaves nothing behind.
onWiped(() => {
  for (const key of Object.keys(window.sessionStorage))
    if (key.startsWith(keyOf(''))) window.sessionStorage.removeItem(key)
})

/** Without a key, a click or a scroll for so long nobody is taken to be working; in ms. */
const idleAfter = 120_000
const tick = 5000

/**
 * Minutes that the form has been in use: while it is in sight in this window and something is done in it, on top of what
 * was spent elsewhere (`before`, by the server). It is only proposed to the reviewer on submission; it stays in the
 * browser, and nothing but the number they submit is ever sent.
 */
export function useActiveTime(review: string, before: number): () => number {
  const [time] = useState(() => {
    const key = keyOf(review)
    let seconds = Math.max(Number(window.sessionStorage.getItem(key) ?? 0), before * 60)
    let last = performance.now()
    return {
      touch: () => void (last = performance.now()),
      count: () => {
        if (document.visibilityState !== 'visible' || performance.now() - last > idleAfter) return
        seconds += tick / 1000
        window.sessionStorage.setItem(key, String(seconds))
      },
      minutes: () => Math.max(1, Math.round(seconds / 60)),
    }
  })
  useEffect(() => {
    const timer = window.setInterval(() => time.count(), tick)
    const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const
    for (const sign of signs) window.addEventListener(sign, time.touch, { passive: true })
    return () => {
      window.clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, time.touch)
    }
  }, [time])
  return time.minutes
}
