import type { Interval } from '../statistics/interval.ts'
import { shareOf, type AppealAge } from './appeal.ts'

export const appealScopes = ['unit', 'municipality', 'national'] as const
export type AppealScope = (typeof appealScopes)[number]

/** Which complaints a year counts: those sent in it, or those decided in it. */
export const appealBases = ['sent', 'decided'] as const
export type AppealBasis = (typeof appealBases)[number]

/** What somebody has published of a year's complaints, as printed. */
export interface AppealCount {
  readonly year: number
  readonly scope: AppealScope
  /** Null: all provisions. */
  readonly provision: string | null
  /** Null: all ages. */
  readonly ageGroup: AppealAge | null
  readonly basis: AppealBasis
  readonly sent: number | null
  readonly decided: number | null
  readonly upheld: number | null
  /** Whole per cent. */
  readonly upheldPercent: number | null
}

export interface PrintedShare {
  /** Decisions upheld; null where the printed share fits none or several numbers of decisions. */
  readonly upheld: number | null
  /** Whether the number was worked out from the printed share, and does not stand in print. */
  readonly workedOut: boolean
  /** A part of 1; from the counts where they are known, else as printed. */
  readonly share: number
  readonly interval: Interval | null
  /** Whether the printed share cannot come from the printed counts. */
  readonly contradicts: boolean
}

/** The share upheld that a published count says or implies; null where it says nothing of it. Interval: `wilson`, 95 %. */
export function printedShare({ decided, upheld, upheldPercent }: AppealCount): PrintedShare | null {
  if (decided === null || decided === 0) return null
  if (upheld !== null) {
    const { share, interval } = shareOf(upheld, decided)
    const contradicts = upheldPercent !== null && wholePercent(upheld, decided) !== upheldPercent
    return { upheld, workedOut: false, share, interval, contradicts }
  }
  if (upheldPercent === null) return null
  const near = Math.floor((decided * upheldPercent) / 100)
  const reach = Math.ceil(decided / 200) + 1
  const fitting: number[] = []
  for (let tried = Math.max(0, near - reach); tried <= Math.min(decided, near + reach); tried += 1)
    if (wholePercent(tried, decided) === upheldPercent) fitting.push(tried)
  const [only] = fitting
  if (only === undefined || fitting.length > 1)
    return {
      upheld: null,
      workedOut: false,
      share: upheldPercent / 100,
      interval: null,
      contradicts: fitting.length === 0,
    }
  return { upheld: only, workedOut: true, ...pick(shareOf(only, decided)), contradicts: false }
}

function pick({ share, interval }: { readonly share: number; readonly interval: Interval }) {
  return { share, interval }
}

/** Halves are rounded up, as the reports do (27 of 40 is printed as 68 %); in whole numbers, so that no digit is lost. */
function wholePercent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole))
}

/** Why a number may not be held against the national one. */
export const appealDoubts = ['other-year-basis', 'other-ages', 'dismissed-unknown', 'part-of-whole'] as const
export type AppealDoubt = (typeof appealDoubts)[number]

interface Compared {
  readonly year: number
  readonly provision: string | null
  readonly ageGroup: AppealAge | null
  readonly basis: AppealBasis
  /** Whether dismissed complaints are known to be left out of what the share is of. */
  readonly withoutDismissed: boolean
}

/**
 * The national count to stand beside a number, of the same year and provision, and what speaks against comparing them.
 * The country's complaints hold the municipality's own, so the two never are independent: `part-of-whole` always stands.
 */
export function besideNational<Count extends AppealCount>(
  own: Compared,
  counts: readonly Count[],
): { readonly national: Count; readonly doubts: readonly AppealDoubt[] } | null {
  const candidates = counts.filter(
    (count) =>
      count.scope === 'national' &&
      count.year === own.year &&
      sameProvision(count.provision, own.provision) &&
      printedShare(count) !== null,
  )
  const national = candidates.find(({ ageGroup }) => ageGroup === own.ageGroup) ?? candidates[0]
  if (national === undefined) return null
  const doubts: AppealDoubt[] = []
  if (national.basis !== own.basis) doubts.push('other-year-basis')
  if (national.ageGroup !== own.ageGroup) doubts.push('other-ages')
  if (own.withoutDismissed) doubts.push('dismissed-unknown')
  doubts.push('part-of-whole')
  return { national, doubts }
}

/** Provisions are what people write; spaces and capitals do not make another of it. */
export function sameProvision(a: string | null, b: string | null): boolean {
  return normal(a) === normal(b)
}

function normal(provision: string | null): string | null {
  return provision === null ? null : provision.toLowerCase().replaceAll(/[\s\u00a0]+/gu, '')
}
