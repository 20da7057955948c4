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

/** Period, id and titles of a quarter. The id is one that no round has yet. */
export function draftOfQuarter(
  { from, to, key, quarter, year }: Quarter,
  rounds: readonly RoundSummary[],
): Pick<RoundDraft, 'periodFrom' | 'periodTo' | 'key' | 'titleDa' | 'titleEn'> {
  return {
    periodFrom: from,
    periodTo: to,
    key: freeKey(key, rounds),
    titleDa: da.suggestedTitle(quarter, year),
    titleEn: en.suggestedTitle(quarter, year),
  }
}

/** The baseline of the programme's newest round, or that round itself where it was the first measurement; else none. */
export function usualBaseline(rounds: readonly RoundSummary[], programme: string): string {
  const newest = rounds.find((round) => round.programme.key === programme)
  return newest === undefined ? '' : (newest.baseline ?? newest.key)
}

function freeKey(wanted: string, rounds: readonly RoundSummary[]): string {
  const taken = new Set(rounds.map(({ key }) => key))
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}

/** The newest quarter that has ended, one without a round if there is one. A quarter that is still running is never suggested. */
export function usualQuarter(
  quarters: readonly Quarter[],
  rounds: readonly RoundSummary[],
  today: string,
): Quarter | undefined {
  const ended = quarters.filter(({ to }) => to < today)
  return ended.find(({ key }) => rounds.every((round) => round.key !== key)) ?? ended[0]
}

/** Whether cases can still finish in the period, so that a draw made now would miss them. */
export function isNotOver({ periodTo }: RoundDraft, today: string): boolean {
  return periodTo !== '' && periodTo >= today
}

/** An earlier round of the same programme that covers some of the same days. */
export function overlapping(draft: RoundDraft, rounds: readonly RoundSummary[]): RoundSummary | undefined {
  const { periodFrom, periodTo } = draft
  if (periodFrom === '' || periodTo === '') return undefined
  return rounds.find(
    (round) =>
      round.programme.key === draft.programme && round.periodFrom <= periodTo && round.periodTo >= periodFrom,
  )
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
