import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, and again when that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Whether tables stack and long parts fold: a phone, as in the styles; paper, which is narrow too, is none. */
export function useNarrow(): boolean {
  return useMedia('screen and (width < 768px)')
}
