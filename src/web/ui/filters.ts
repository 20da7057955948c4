import { useLocation, useRouter } from '@tanstack/react-router'

export type Filters<K extends string> = Readonly<Partial<Record<K, string>>>

/**
 * Filters kept in the address, so that a view can be bookmarked and sent. Setting one replaces the address without
 * scrolling; `undefined` or an empty text removes it.
 */
export function useFilters<K extends string>(keys: readonly K[]) {
  const router = useRouter()
  const search = useLocation({ select: (location) => location.searchStr })
  const present = new URLSearchParams(search)
  const filters: Partial<Record<K, string>> = {}
  for (const key of keys) {
    const value = present.get(key)
    if (value !== null) filters[key] = value
  }
  const setFilters = (changes: { readonly [P in K]?: string | undefined }) => {
    const next = new URLSearchParams(search)
    for (const key of keys) {
      if (!(key in changes)) continue
      const value = changes[key]
      if (value === undefined || value === '') next.delete(key)
      else next.set(key, value)
    }
    const { pathname } = router.state.location
    void router.navigate({
      href: next.size === 0 ? pathname : `${pathname}?${next.toString()}`,
      replace: true,
      resetScroll: false,
    })
  }
  const values: Filters<K> = filters
  return [values, setFilters] as const
}
