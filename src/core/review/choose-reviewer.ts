import type { Reviewer } from './assign-reviewers.ts'

/**
 * Who takes over one place in a review: the able reviewer with the least to do, in the given order where several have
 * equally little. Where two fill the form in together, the one who stays (`beside`) keeps company of another role.
 */
export function chooseReviewer(
  {
    unit,
    barred,
    beside,
  }: {
    readonly unit: string
    readonly barred: ReadonlySet<string>
    readonly beside: string | null
  },
  reviewers: readonly Reviewer[],
  loads: ReadonlyMap<string, number>,
): string | null {
  const besideRoles = new Set(reviewers.filter(({ person }) => person === beside).map(({ role }) => role))
  let chosen: Reviewer | undefined
  for (const candidate of reviewers) {
    const able =
      (candidate.unit === null || candidate.unit === unit) &&
      candidate.person !== beside &&
      !barred.has(candidate.person) &&
      !besideRoles.has(candidate.role)
    if (able && (chosen === undefined || loadOf(candidate) < loadOf(chosen))) chosen = candidate
  }
  return chosen?.person ?? null

  function loadOf({ person }: Reviewer): number {
    return loads.get(person) ?? 0
  }
}
