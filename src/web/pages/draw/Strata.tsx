import type { Draw } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useKindWords, type KindWords } from './kind-words.ts'
import { StrataTable, type StrataRow } from './StrataTable.tsx'
import { nameStrata, type NamedStratum } from './stratum-words.ts'

/** More than this are grouped by unit, each behind a click. */
const shownAtOnce = 16

/** Eligible, wanted and drawn: every stratum where they are few, else the units with their strata behind a click. */
export function Strata({ draw, stages }: { draw: Draw; stages: Round['stages'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const words = useKindWords(draw.kind)
  if (draw.kind === 'census') return <Units draw={draw} words={words} />
  const named = nameStrata(draw.strata, stages, language)
  const short = named.filter((stratum) => stratum.short > 0).length
  const excluded = named.filter(({ wanted }) => wanted === 0).length
  const note = (
    <p>
      {short === 0 ? texts.noShort : words.shortNote(short)} {excluded > 0 && texts.excluded(excluded)}
    </p>
  )
  if (named.length <= shownAtOnce)
    return (
      <>
        {note}
        <StrataTable
          caption={words.strataCaption}
          captionHidden
          words={words}
          heading={texts.group}
          rows={named.map((each) => toRow(each, texts))}
        />
      </>
    )
  const units = Map.groupBy(named, ({ unit }) => unit ?? texts.wholeFrame)
  const sorted = [...units].toSorted(([a], [b]) => a.localeCompare(b, language))
  return (
    <>
      {note}
      {short > 0 && (
        <StrataTable
          caption={texts.short}
          words={words}
          heading={texts.group}
          rows={named.slice(0, Math.min(short, shownAtOnce)).map((each) => toRow(each, texts))}
          withoutTotal
        />
      )}
      <StrataTable
        caption={words.strataCaption}
        captionHidden
        words={words}
        heading={texts.unit}
        rows={sorted.map(([unit, strata]) => ({ key: unit, name: unit, ...sumOf(strata) }))}
      />
      {sorted.map(([unit, strata]) => (
        <Disclosure key={unit} summary={texts.groupsOf(unit, strata.length)}>
          <StrataTable
            caption={texts.groupsOf(unit, strata.length)}
            captionHidden
            words={words}
            heading={texts.group}
            rows={strata.map((stratum) => toRow({ ...stratum, unit: undefined }, texts))}
          />
        </Disclosure>
      ))}
    </>
  )
}

/** Of all cases there are no strata; what one asks is how many come from where. */
function Units({ draw, words }: { draw: Draw; words: KindWords }) {
  const texts = useTexts({ da, en })
  return (
    <StrataTable
      caption={words.strataCaption}
      captionHidden
      words={words}
      withoutWanted
      heading={texts.unit}
      rows={draw.units.map(({ unit, eligible, drawn }) => ({
        key: unit,
        name: unit,
        eligible,
        wanted: eligible,
        drawn: draw.drawnAt === null ? null : drawn,
        short: 0,
      }))}
    />
  )
}

function toRow({ stratum, unit, rest, ...counts }: NamedStratum, texts: typeof da): StrataRow {
  const words = [unit, rest].filter((part) => part !== undefined && part !== '').join(', ')
  return { key: stratum, name: words === '' ? texts.wholeFrame : words, ...counts }
}

function sumOf(strata: readonly NamedStratum[]): Pick<StrataRow, 'eligible' | 'wanted' | 'drawn' | 'short'> {
  const sum = (of: (stratum: NamedStratum) => number) => strata.reduce((total, each) => total + of(each), 0)
  return {
    eligible: sum(({ eligible }) => eligible),
    wanted: sum(({ wanted }) => wanted),
    drawn: strata.some(({ drawn }) => drawn === null) ? null : sum(({ drawn }) => drawn ?? 0),
    short: sum(({ short }) => short),
  }
}
