import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  getCalibrationResults,
  type CalibrationResults,
  type CalibrationRow,
} from '../../../contract/calibration/results.ts'
import { ask } from '../../api.ts'
import { formatDecimal, formatPercent } from '../../format/numbers.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ConcludeDialog } from './ConcludeDialog.tsx'
import { ResultsTable } from './ResultsTable.tsx'
import { TrainingFile } from './TrainingFile.tsx'

type Case = CalibrationResults['cases'][number]

/** Where the invited agree: what to talk about first, the rest behind a click. */
export function ResultsView({ id }: { id: string }) {
  const query = useQuery(ask(getCalibrationResults, { params: { calibration: id } }))
  return <Answer query={query}>{(results) => <Results results={results} />}</Answer>
}

function Results({ results }: { results: CalibrationResults }) {
  const texts = useTexts({ da, en })
  const [concluding, setConcluding] = useState<{ readonly on: Case; readonly row: CalibrationRow } | null>(
    null,
  )
  const [done, setDone] = useState('')
  return (
    <>
      <Headline results={results} />
      <output className="done-note">{done}</output>
      {results.cases.map((each) => (
        <CaseResults
          key={each.id}
          of={each}
          onConclude={results.mayConclude ? (row) => setConcluding({ on: each, row }) : undefined}
        />
      ))}
      {concluding !== null && (
        <ConcludeDialog
          calibration={results.id}
          trainingCase={concluding.on.id}
          row={concluding.row}
          onClose={() => setConcluding(null)}
          onDone={() => {
            setConcluding(null)
            setDone(texts.saved)
          }}
        />
      )}
    </>
  )
}

function Headline({ results }: { results: CalibrationResults }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { levels, invited, pairs, agreeing, chance } = results
  const people = levels.reduce((sum, level) => sum + level.people, 0)
  const decimal = (value: number) => formatDecimal(value, language, 2)
  return (
    <>
      <p className="calibration-headline">
        {pairs === 0
          ? texts.nobodyComparable
          : texts.resultLine(
              people,
              invited,
              formatPercent(agreeing / pairs, language),
              agreeing,
              pairs,
            )}{' '}
        <span className="soft">
          ({levels.map(({ level, people: here }) => texts.levelsLine(level, here)).join(', ')})
        </span>
      </p>
      <p className="soft">{texts.noNames}</p>
      <Disclosure summary={texts.methodSummary}>
        <p>{texts.method}</p>
        {chance !== null && (
          <p>
            {texts.chance(
              decimal(chance.ac1),
              decimal(chance.lower),
              decimal(chance.upper),
              chance.questions,
            )}{' '}
            {chance.alpha !== null && texts.alpha(decimal(chance.alpha))}
          </p>
        )}
        <p>{texts.few}</p>
      </Disclosure>
    </>
  )
}

interface CaseResultsProps {
  readonly of: Case
  readonly onConclude: ((row: CalibrationRow) => void) | undefined
}

function CaseResults({ of, onConclude }: CaseResultsProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const split = of.rows.filter(({ pairs, agreeing }) => agreeing < pairs)
  const alike = of.rows.filter(({ pairs, agreeing, answered }) => answered > 0 && agreeing === pairs)
  return (
    <section aria-labelledby={`case-${of.id}`}>
      <h2 id={`case-${of.id}`}>{of.title}</h2>
      <p className="soft">{local(of.stage)}</p>
      <h3>{texts.disagreeHeading}</h3>
      {split.length === 0 ? (
        <p>{texts.allAgree}</p>
      ) : (
        <ResultsTable caption={texts.disagreeCaption(of.title)} rows={split} onConclude={onConclude} />
      )}
      {alike.length > 0 && (
        <Disclosure summary={texts.agreeSummary(alike.length)}>
          <ResultsTable caption={texts.agreeCaption(of.title)} rows={alike} onConclude={onConclude} />
        </Disclosure>
      )}
      <Disclosure summary={texts.fileHeading}>
        <p className="soft">{texts.invented}</p>
        <TrainingFile documents={of.documents} />
      </Disclosure>
    </section>
  )
}
