import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger, formatInterval, formatPercent, formatPoints } from '../../format/numbers.ts'
import { resultsEvidence as daEvidence } from '../../texts/da/results-evidence.ts'
import { resultsSections as da } from '../../texts/da/results-sections.ts'
import { resultsEvidence as enEvidence } from '../../texts/en/results-evidence.ts'
import { resultsSections as en } from '../../texts/en/results-sections.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { furthestPair } from './furthest-pair.ts'
import type { SectionKey } from './SectionLinks.tsx'

/** What each folded section says, in a line; sections that stand open need none. */
export function useSectionGists(
  results: Results,
  chosen: string | undefined,
): Readonly<Partial<Record<SectionKey, string>>> {
  const { gist: texts } = useTexts({ da, en })
  const { drift: driftTexts } = useTexts({ da: daEvidence, en: enEvidence })
  const language = useLanguage()
  const local = useLocal()
  const number = (value: number) => formatInteger(value, language)
  const points = (value: number) => formatPoints(value, language, 1)
  const cascade = results.cascade.find(
    ({ scope }) => scope.question === null && scope.stage === (chosen ?? null),
  )
  const drift = results.drift.find(({ kind, stage }) => kind === 'expert-corrected' && stage === null)
  const pair = furthestPair(results.agreement, null)
  const total = results.cases.find(({ stage }) => stage === (chosen ?? null))?.n ?? 0
  // Sections of the whole municipality only say so themselves.
  const ofWhole = (words: string) => (results.unit === null ? { words } : {})
  const estimate =
    cascade?.usable === true && cascade.estimate !== null && cascade.interval !== null
      ? texts.cascade(
          cascade.reference,
          formatPercent(cascade.estimate, language),
          formatInterval(cascade.interval, language),
        )
      : texts.noCascade
  const change =
    drift?.usable === true && drift.change !== null && drift.interval !== null
      ? texts.drift(
          drift.level,
          points(drift.change),
          driftTexts.points(points(drift.interval[0]), points(drift.interval[1])),
        )
      : texts.noDrift
  const gists: Partial<Record<SectionKey, string | undefined>> = {
    chart: texts.chart,
    cascade: ofWhole(estimate).words,
    drift: ofWhole(change).words,
    themes: results.themes.map(({ title }) => local(title)).join(' · '),
    levels:
      pair === undefined
        ? texts.oneLevel
        : texts.levels(pair.pair[0], pair.pair[1], number(pair.same), number(pair.n)),
    health: ofWhole(texts.health(new Set(results.health.map(({ question }) => question)).size)).words,
    cases: texts.cases(number(total)),
    units: texts.units(results.unitComposites?.length ?? 0),
  }
  // Only those that have words.
  return Object.fromEntries(Object.entries(gists).filter(([, words]) => words !== undefined))
}
