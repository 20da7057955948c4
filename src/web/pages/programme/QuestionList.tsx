import { legalReference } from '../../../core/programme/legal-reference.ts'
import type { Law, LegalConfidence, Programme, Question } from '../../../core/programme/programme.ts'
import { formatDate } from '../../format/dates.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { useFilters } from '../../ui/filters.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'
import { QuestionNotes } from './QuestionNotes.tsx'

const confidenceKinds = {
  verified: 'done',
  partial: 'neutral',
  memory: 'attention',
} as const satisfies Record<LegalConfidence, StatusKind>

/** The questions of one stage, with the law as it stood on a chosen day. */
export function QuestionList({ programme }: { programme: Programme }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [filters, setFilters] = useFilters(['stage', 'questions', 'law'])
  const stage = programme.stages.find(({ key }) => key === filters.stage) ?? programme.stages[0]
  const days = lawDays(programme.laws)
  const law = days.find((day) => day === filters.law) ?? days[0]
  const columns = useColumns(programme, law)
  if (stage === undefined) return null
  const shown = stage.questions.filter((question) => filters.questions !== 'baseline' || question.baseline)

  return (
    <>
      <FilterBar
        values={filters}
        onChange={setFilters}
        filters={[
          {
            key: 'stage',
            label: texts.chooseStage,
            all: false,
            options: programme.stages.map(({ key, title }) => ({ value: key, label: local(title) })),
          },
          {
            key: 'questions',
            label: texts.chooseBaseline,
            all: texts.allQuestions,
            options: [{ value: 'baseline', label: texts.onlyBaseline }],
          },
          {
            key: 'law',
            label: texts.chooseDate,
            all: false,
            options: days.map((day) => ({ value: day, label: formatDate(day, language) })),
          },
        ]}
      />
      <DataTable
        caption={texts.questionsOf(local(stage.title), shown.length)}
        columns={columns}
        rows={shown}
        rowKey={(question) => question.key}
        stacked
      />
      <Disclosure summary={texts.confidenceHeading}>
        <KeyValues
          items={(['verified', 'partial', 'memory'] as const).map((confidence) => ({
            key: confidence,
            name: texts.confidence[confidence],
            value: texts.confidenceExplained[confidence],
          }))}
        />
      </Disclosure>
    </>
  )
}

function useColumns(programme: Programme, day: string | undefined): readonly DataColumn<Question>[] {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const themeTitle = (question: Question) => {
    const theme = programme.themes.find(({ key }) => key === question.theme)
    return theme === undefined ? '' : local(theme.title)
  }
  return [
    { key: 'number', title: texts.number, render: ({ number }) => <span className="numeric">{number}</span> },
    {
      key: 'text',
      title: texts.text,
      rowHeader: true,
      className: 'wide',
      render: (question) => (
        <>
          <span className="reading-width">{local(question.text)}</span>
          <QuestionNotes question={question} />
        </>
      ),
    },
    {
      key: 'legal',
      title: texts.legal,
      className: 'law',
      render: (question) => (
        <>
          {(day !== undefined && legalReference(question, day, programme)?.reference) || (
            <span className="soft">{texts.noLaw}</span>
          )}{' '}
          <StatusTag kind={confidenceKinds[question.legalConfidence]}>
            {texts.confidence[question.legalConfidence]}
          </StatusTag>
        </>
      ),
    },
    { key: 'theme', title: texts.theme, sortBy: themeTitle, render: themeTitle },
    {
      key: 'baseline',
      title: texts.baseline,
      render: ({ baseline }) => (baseline ? texts.inBaseline : ''),
    },
  ]
}

/** Newest first: the days on which a law of the programme came into force. */
function lawDays(laws: readonly Law[]): string[] {
  const days = laws.flatMap(({ from, until }) => [from, until]).filter((day) => day !== undefined)
  return [...new Set(days)].toSorted().toReversed()
}
