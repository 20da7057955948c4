import type { AgreementRow } from '../../../contract/analysis/evidence.ts'
import type { Results } from '../../../contract/analysis/results.ts'
import { formatInteger } from '../../format/numbers.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { useFilters } from '../../ui/filters.ts'
import { AgreementMatrix } from './AgreementMatrix.tsx'
import { AgreementTable } from './AgreementTable.tsx'
import { ApartAgreement } from './ApartAgreement.tsx'
import { LevelTable } from './LevelTable.tsx'
import { PairDifferences } from './PairDifferences.tsx'
import { furthestPair } from './furthest-pair.ts'

interface LevelsSectionProps {
  readonly results: Results
  /** Limits the rows to one stage. */
  readonly stage: string | undefined
  readonly stageTitle: (stage: string) => string
}

/** How the levels answered the same cases: in words, as pairs with direction, and question by question. */
export function LevelsSection({ results, stage, stageTitle }: LevelsSectionProps) {
  const { levels: texts } = useTexts({ da, en })
  const [filters, setFilters] = useFilters(['pair'])
  const rows = results.agreement.filter((row) => row.stage === (stage ?? null) && row.reviewers === null)
  const apart = <ApartAgreement results={results} stage={stage} stageTitle={stageTitle} />
  if (results.levels.length < 2)
    return (
      <>
        <p>{texts.only}</p>
        {apart}
      </>
    )
  const furthest = furthestPair(results.agreement, stage ?? null)
  const pair = rows.find((row) => row.pair.join('-') === filters.pair)?.pair ?? furthest?.pair
  return (
    <>
      <PlainWords furthest={furthest} />
      <AgreementMatrix
        rows={rows}
        levels={results.levels.map(({ level }) => level)}
        chosen={pair?.join('-') ?? ''}
        onChoose={(chosen) => setFilters({ pair: chosen })}
      />
      {pair && <PairDifferences results={results} pair={pair} stage={stage} stageTitle={stageTitle} />}
      {apart}
      <AgreementTable rows={rows} />
      <LevelTable results={results} stage={stage} stageTitle={stageTitle} />
    </>
  )
}

/** The pair that lies furthest apart says most. */
function PlainWords({ furthest }: { furthest: AgreementRow | undefined }) {
  const { levels: texts } = useTexts({ da, en })
  const language = useLanguage()
  const number = (value: number) => formatInteger(value, language)
  if (furthest === undefined) return <p>{texts.none}</p>
  const { pair, same, n, higherStricter, lowerStricter } = furthest
  const sentence = texts.plain(
    pair[0],
    pair[1],
    number(same),
    number(n),
    number(higherStricter),
    number(lowerStricter),
  )
  return (
    <p className="reading-width">
      {sentence} <span className="soft">{texts.scope}</span>
    </p>
  )
}
