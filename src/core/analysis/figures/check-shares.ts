import type { LocalText } from '../../language/language.ts'
import type { Problem } from '../../language/problem.ts'
import { countsGiving, givesPercent, sizesGiving } from './counts-giving.ts'
import type { PrintedFraction, PrintedShare } from './printed-figures.ts'

/**
 * Percentages that no count of their sample gives. The impossible ones of one sample are one finding, since they
 * usually have one cause: some cases did not apply and left the denominator without a word.
 */
export function checkShares(shares: readonly PrintedShare[], file: string): readonly Problem[] {
  const impossible = Map.groupBy(shares.filter(isImpossible), (share) => `${share.sample}\t${share.n ?? ''}`)
  return [...impossible.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || first.n === null) return []
    const line = Math.min(...group.map((share) => share.line))
    return [{ code: 'impossible-percent', text: explain(group, first.n), at: { file, line } }]
  })
}

/** "Equal to 1/18": the count must give the percentage (or what is left of it), and its whole must be the sample. */
export function checkFractions(fractions: readonly PrintedFraction[], file: string): readonly Problem[] {
  return fractions.flatMap((fraction) => {
    const { count: x, of: m, n, shares, sample, line } = fraction
    const fits = shares.some(({ percent, decimals }) =>
      [x, m - x].some((part) => givesPercent({ x: part, m }, percent, decimals)),
    )
    if ((n === null || m === n) && (fits || shares.length === 0)) return []
    const percents = [...new Set(shares.map(({ percent }) => percent))]
    const possible =
      n === null ? [] : shares.flatMap(({ percent, decimals }) => countsGiving(percent, n, decimals))
    const mended = possible.map((count) => `${count.x}/${count.m}`).join(', ')
    const text: LocalText = {
      da: `${sample}: "${x}/${m}" passer ikke ${fits ? '' : `til ${percents.join(' eller ')} % `}${n === null || n === m ? '' : `${fits ? '' : 'og ikke '}med stikprøvens ${n} sager`}${mended === '' ? '' : `; af ${n} giver ${mended} procenttallet`}.`,
      en: `${sample}: "${x}/${m}" does not fit ${fits ? '' : `${percents.join(' or ')} % `}${n === null || n === m ? '' : `${fits ? '' : 'nor '}the sample's ${n} cases`}${mended === '' ? '' : `; of ${n}, ${mended} gives the percentage`}.`,
    }
    return [{ code: 'fraction-does-not-fit', text, at: { file, line } }]
  })
}

function isImpossible({ percent, decimals, n }: PrintedShare): boolean {
  return n !== null && countsGiving(percent, n, decimals).length === 0
}

function explain(group: readonly PrintedShare[], n: number): LocalText {
  const percents = [...new Set(group.map((share) => share.percent))].sort((a, b) => b - a)
  const sample = group[0]?.sample ?? ''
  const [size] = sizesGiving(group, n)
  const cannot = {
    da: `${sample}: ${list(percents, 'og')} % kan ikke komme af ${n} sager`,
    en: `${sample}: ${list(percents, 'and')} % cannot come from ${n} cases`,
  }
  if (size === undefined) {
    const nearest = percents.map((percent) => nearestCount(percent, n))
    return {
      da: `${cannot.da} og heller ikke af færre ved afrunding; nærmest er ${nearest.map((near) => near.da).join(', ')}.`,
      en: `${cannot.en}, nor from fewer by rounding; nearest is ${nearest.map((near) => near.en).join(', ')}.`,
    }
  }
  const counts = percents
    .flatMap((percent) => countsGiving(percent, size, group[0]?.decimals).slice(0, 1))
    .map(({ x, m }) => `${x}/${m}`)
    .join(', ')
  const out = n - size
  const one = percents.length === 1
  return {
    da: `${cannot.da}; ${one ? 'det' : 'de'} passer med ${size} (${counts}): ${out === 1 ? '1 sag har formentlig ikke været relevant' : `${out} sager har formentlig ikke været relevante`}.`,
    en: `${cannot.en}; ${one ? 'it fits' : 'all fit'} ${size} (${counts}): presumably ${out === 1 ? '1 case' : `${out} cases`} did not apply.`,
  }
}

function nearestCount(percent: number, n: number): LocalText {
  const x = Math.round((percent / 100) * n)
  const share = ((100 * x) / n).toFixed(1)
  return { da: `${x}/${n} = ${share.replace('.', ',')} %`, en: `${x}/${n} = ${share} %` }
}

function list(values: readonly number[], and: string): string {
  const head = values.slice(0, -1).join(', ')
  const last = values.at(-1) ?? ''
  return head === '' ? `${last}` : `${head} ${and} ${last}`
}
