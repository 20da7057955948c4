import { useState } from 'react'
import type { Draw, DrawnCaseRow } from '../../../contract/draw/draws.ts'
import type { Round } from '../../../contract/draw/rounds.ts'
import { useMay } from '../../session.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'
import { CasesTable } from './CasesTable.tsx'
import { useKindWords } from './kind-words.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { isBuiltOn } from './round-standing.ts'

interface DrawnCasesProps {
  readonly round: Round
  readonly level: Round['levels'][number]
  readonly draw: Draw
}

/** What is listed before somebody asks for all. */
const shownAtOnce = 50

/** The order list: which cases were drawn, and which took the place of which. */
export function DrawnCases({ round, level, draw }: DrawnCasesProps) {
  const texts = useTexts({ da, en })
  const words = useKindWords(draw.kind)
  const may = useMay()
  const language = useLanguage()
  const [{ unit }, setFilters] = useFilters(['unit'])
  const [all, setAll] = useState(false)
  const [target, setTarget] = useState<DrawnCaseRow | null>(null)
  const [done, setDone] = useState('')
  const { cases } = draw
  if (cases === null)
    return (
      <section aria-labelledby="cases">
        <h2 id="cases">{words.casesHeading}</h2>
        <p className="soft">{texts.casesHidden}</p>
      </section>
    )
  const units = [...new Set(cases.map((row) => row.unit))].toSorted((a, b) => a.localeCompare(b, language))
  const wanted = cases.filter((row) => unit === undefined || row.unit === unit)
  const shown = all ? wanted : wanted.slice(0, shownAtOnce)
  const replaced = cases.filter(({ status }) => status === 'replaced').length
  const builtOn = isBuiltOn(round, level.level)
  // Nobody is left to come in where all cases of a stratum were looked at.
  const lookedAt = Map.groupBy(cases, ({ stratum }) => stratum)
  const full = new Set(
    draw.strata
      .filter(({ stratum, eligible }) => (lookedAt.get(stratum)?.length ?? 0) >= eligible)
      .map(({ stratum }) => stratum),
  )
  const open = round.state !== 'closed' && draw.state === 'drawn' && may('round.replace')
  const notes = [
    draw.onlyOwnUnits && texts.casesOwnUnits,
    replaced > 0 && texts.replacementsNote(replaced),
    open && builtOn && texts.replaceAbove,
    open && !builtOn && draw.kind === 'census' && words.replaceWhat,
  ].filter((note) => note !== false)
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{words.casesHeading}</h2>
      {notes.length > 0 && <p>{notes.join(' ')}</p>}
      <output className="done-note">{done}</output>
      {units.length > 1 && (
        <FilterBar
          filters={[
            {
              key: 'unit',
              label: texts.unit,
              all: texts.allUnits,
              options: units.map((name) => ({ value: name, label: name })),
            },
          ]}
          values={unit === undefined ? {} : { unit }}
          onChange={setFilters}
        />
      )}
      <CasesTable
        cases={shown}
        kind={draw.kind}
        stages={round.stages}
        onReplace={open && !builtOn && draw.kind !== 'census' ? setTarget : undefined}
        canReplace={(row) => !full.has(row.stratum)}
      />
      {shown.length < wanted.length && (
        <div className="button-row">
          <span className="soft">{texts.shown(shown.length, wanted.length)}</span>
          <Button onClick={() => setAll(true)}>{texts.showAll(wanted.length)}</Button>
        </div>
      )}
      {target !== null && (
        <ReplaceDialog
          round={round.key}
          level={level.level}
          what={words.replaceWhat}
          target={target}
          onClose={() => setTarget(null)}
          onDone={(taken) => {
            setDone(texts.replaceDone(target.caseId, taken))
            setTarget(null)
          }}
        />
      )}
    </section>
  )
}
