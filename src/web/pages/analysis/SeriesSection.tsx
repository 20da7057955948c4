import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Results } from '../../../contract/analysis/results.ts'
import { getSeries } from '../../../contract/analysis/series.ts'
import { ask } from '../../api.ts'
import { resultsEvidence as da } from '../../texts/da/results-evidence.ts'
import { resultsEvidence as en } from '../../texts/en/results-evidence.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { useFilters } from '../../ui/filters.ts'
import { RunChart } from './RunChart.tsx'

interface SeriesSectionProps {
  readonly results: Results
  readonly stageTitle: (stage: string) => string
}

const [ofStage, ofQuestion] = ['stage:', 'question:']

/** One share over all finished rounds: everything together first, then a stage or a question by choice. */
export function SeriesSection({ results, stageTitle }: SeriesSectionProps) {
  const { chart: texts, method } = useTexts({ da, en })
  const local = useLocal()
  const [{ chart = '' }, setFilters] = useFilters(['chart'])
  const questions = results.questions.filter(({ showsCompliance }) => showsCompliance)
  const question = questions.find((row) => chart === ofQuestion + row.question)
  const stage = results.stages.find(({ key }) => chart === ofStage + key)
  const query = useQuery({
    ...ask(getSeries, {
      params: { round: results.round.key },
      query: {
        ...(results.unit === null ? {} : { unit: results.unit.id }),
        ...(question === undefined ? {} : { question: question.question }),
        ...(stage === undefined ? {} : { stage: stage.key }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const name =
    question !== undefined
      ? `${stageTitle(question.stage)}, ${question.number}`
      : stage === undefined
        ? texts.all
        : local(stage.title)
  return (
    <>
      <p className="reading-width">{texts.intro}</p>
      <Field label={texts.choose}>
        {(wired) => (
          <select
            {...wired}
            className="form-select chart-choice"
            value={question === undefined && stage === undefined ? '' : chart}
            onChange={(event) => setFilters({ chart: event.target.value })}
          >
            <optgroup label={texts.composites}>
              <option value="">{texts.all}</option>
              {results.stages.map(({ key, title }) => (
                <option key={key} value={ofStage + key}>
                  {local(title)}
                </option>
              ))}
            </optgroup>
            <optgroup label={texts.questions}>
              {questions.map((row) => (
                <option key={row.question} value={ofQuestion + row.question}>
                  {stageTitle(row.stage)}, {row.number} {local(row.text)}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      {question !== undefined && <p className="reading-width">{local(question.text)}</p>}
      <Answer query={query}>
        {(series) => (
          <RunChart
            series={series}
            name={name}
            ofQuestion={question !== undefined}
            shown={results.round.key}
          />
        )}
      </Answer>
      <Disclosure summary={method}>
        {texts.methodBody.map((paragraph) => (
          <p key={paragraph} className="reading-width">
            {paragraph}
          </p>
        ))}
      </Disclosure>
    </>
  )
}
