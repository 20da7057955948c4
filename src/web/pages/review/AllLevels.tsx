import { useQuery } from '@tanstack/react-query'
import { getAllLevels, type AllLevels as Found } from '../../../contract/review/all-levels.ts'
import { ask } from '../../api.ts'
import { differences as da } from '../../texts/da/differences.ts'
import { differences as en } from '../../texts/en/differences.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { GivenAnswer } from './GivenAnswer.tsx'

type Row = Found['rows'][number]

/** Every level's answers to the case side by side. */
export function AllLevels({ review }: { review: string }) {
  const query = useQuery(ask(getAllLevels, { params: { review } }))
  return <Answer query={query}>{(found) => <LevelsTable found={found} />}</Answer>
}

function LevelsTable({ found: { levels, rows } }: { found: Found }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'question',
      title: texts.question,
      rowHeader: true,
      className: 'wide',
      render: ({ number, text }) => (
        <span className="reading-width">
          <span className="numeric soft">{number}</span> {local(text)}
        </span>
      ),
    },
    ...levels.map(({ level, title, standing }, at): DataColumn<Row> => ({
      key: `level ${level}`,
      title: texts.level(level, local(title)),
      render: (row) => {
        const answer = row.answers[at] ?? null
        if (standing !== 'shown') return <span className="soft">{texts.standings[standing]}</span>
        if (answer === null) return <span className="soft">{texts.notAsked}</span>
        return <GivenAnswer question={row} given={answer} />
      },
    })),
  ]
  return (
    <DataTable
      caption={texts.allLevelsCaption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ question }) => question}
      stacked
    />
  )
}
