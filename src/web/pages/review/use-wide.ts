import { useSyncExternalStore } from 'react'

const query = '(width >= 1100px)'

/** Whether sections, question and case stand side by side; otherwise the outer two fold away. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}
