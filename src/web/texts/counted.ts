/** `one` where a printed count is a single thing, otherwise `other`: the same rule in Danish and English. */
export function counted(count: number | string, one: string, other: string): string {
  return String(count) === '1' ? one : other
}
