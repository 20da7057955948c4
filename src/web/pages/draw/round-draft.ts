import type { RoundSummary } from '../../../contract/draw/rounds.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import type { Quarter } from './quarters.ts'

/** What stands in the form that opens a round. */
export interface RoundDraft {
  readonly programme: string
  readonly periodFrom: string
  readonly periodTo: string
  readonly key: string
  readonly titleDa: string
  readonly titleEn: string
  /** Empty: none. */
  readonly baseline: string
}

export type DraftField = keyof RoundDraft

/** The form's order, in which its errors are told. */
export const draftFields = [
  'programme',
  'periodFrom',
  'periodTo',
  'key',
  'titleDa',
  'titleEn',
  'baseline',
] as const satisfies readonly DraftField[]

/** Period, id and titles of a quarter. */
export function draftOfQuarter({
  from,
  to,
  key,
  quarter,
  year,
}: Quarter): Pick<RoundDraft, 'periodFrom' | 'periodTo' | 'key' | 'titleDa' | 'titleEn'> {
  return {
    periodFrom: from,
    periodTo: to,
    key,
    titleDa: da.suggestedTitle(quarter, year),
    titleEn: en.suggestedTitle(quarter, year),
  }
}

/** The baseline of the programme's newest round, or that round itself where it was the first measurement; else none. */
export function usualBaseline(rounds: readonly RoundSummary[], programme: string): string {
  const newest = rounds.find((round) => round.programme.key === programme)
  return newest === undefined ? '' : (newest.baseline ?? newest.key)
}

/** The newest quarter without a round: one that has ended before one that has not. */
export function usualQuarter(
  quarters: readonly Quarter[],
  rounds: readonly RoundSummary[],
  today: string,
): Quarter | undefined {
  const free = quarters.filter(({ key }) => rounds.every((round) => round.key !== key))
  return free.find(({ to }) => to < today) ?? free[0]
}

/** What the form itself can see is wrong, by field. */
export function draftErrors(
  draft: RoundDraft,
  errors: (typeof da)['errors'],
): ReadonlyMap<DraftField, string> {
  const found = new Map<DraftField, string>()
  for (const field of ['programme', 'periodFrom', 'periodTo', 'key', 'titleDa', 'titleEn'] as const)
    if (draft[field].trim() === '') found.set(field, errors[field])
  if (draft.periodFrom !== '' && draft.periodTo !== '' && draft.periodTo < draft.periodFrom)
    found.set('periodTo', errors.order)
  return found
}

/** The field a refusal is about. */
export const refusedField: Readonly<Record<string, DraftField>> = {
  'round-exists': 'key',
  'programme-not-found': 'programme',
  'baseline-not-found': 'baseline',
}
