import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listHiddenFigures, type HiddenRowAnswer } from '../../../../contract/report/figures.ts'
import { ask } from '../../../api.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'

const reasons = ['small', 'complementary', 'follows-from', 'earlier-release'] as const

/** What a public edition hides and why, on demand: the internal edition is composed beside it. */
export function HiddenFigures({ release }: { release: string }) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState(false)
  const query = useQuery({ ...ask(listHiddenFigures, { params: { release } }), enabled: asked })
  return (
    <section>
      <h2>{texts.hidden}</h2>
      {asked ? (
        <Answer query={query}>{(hidden) => <Rows {...hidden} />}</Answer>
      ) : (
        <Button onClick={() => setAsked(true)}>{texts.showHidden}</Button>
      )}
    </section>
  )
}

interface RowsProps {
  readonly smallCell: number
  readonly figures: number
  readonly rows: readonly HiddenRowAnswer[]
}

function Rows({ smallCell, figures, rows }: RowsProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const count = (value: number) => formatInteger(value, language)
  if (rows.length === 0) return <output>{texts.hiddenNone}</output>
  const total = rows.reduce(
    (sum, { why }) => sum + reasons.reduce((part, reason) => part + (why[reason] ?? 0), 0),
    0,
  )
  const columns: readonly DataColumn<HiddenRowAnswer>[] = [
    {
      key: 'what',
      title: texts.hiddenWhat,
      rowHeader: true,
      render: ({ figure, label }) => <Link to={paths.figure(figure)}>{local(label)}</Link>,
    },
    {
      key: 'internal',
      title: texts.hiddenInternal,
      render: ({ internal }) => (internal === null ? '–' : local(internal)),
    },
    {
      key: 'why',
      title: texts.hiddenWhy,
      render: ({ why }) =>
        reasons
          .flatMap((reason) => {
            const number = why[reason]
            return number === undefined ? [] : [texts.hiddenReasons[reason](count(number))]
          })
          .join('; '),
    },
  ]
  return (
    <>
      <output>{texts.hiddenCount(count(rows.length), count(total), count(figures))}</output>
      <p className="note">{texts.hiddenNote(smallCell)}</p>
      <DataTable
        caption={texts.hidden}
        captionHidden
        stacked
        columns={columns}
        rows={rows}
        rowKey={({ figure }) => figure}
      />
    </>
  )
}
