import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { openFigure, type FigureSide } from '../../../../contract/report/figures.ts'
import { ask } from '../../../api.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Link } from '../../../ui/Link.tsx'

type Row = FigureSide['cases'][number]

/** The answers that a number is counted from. Fetched when asked for, since every look at cases is on record. */
export function FigureCases({ id, round }: { id: string; round: string }) {
  const texts = useTexts({ da, en })
  const [asked, setAsked] = useState(false)
  const query = useQuery({ ...ask(openFigure, { params: { round }, query: { id } }), enabled: asked })
  if (!asked) return <Button onClick={() => setAsked(true)}>{texts.openCases}</Button>
  return (
    <Answer query={query}>
      {({ side }) => (side === null ? <p>{texts.noCases}</p> : <Cases side={side} />)}
    </Answer>
  )
}

function Cases({ side }: { side: FigureSide }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const may = useMay()
  const count = (value: number) => formatInteger(value, language)
  const isComposite = side.cases.every(({ answer }) => answer === null)
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'case',
      title: texts.case,
      rowHeader: true,
      sortBy: ({ caseId }) => caseId,
      render: ({ caseId }) =>
        may('caseflow.read') ? <Link to={paths.caseDeadlines(caseId)}>{caseId}</Link> : caseId,
    },
    { key: 'stage', title: texts.stage, render: ({ stage }) => local(stage) },
    { key: 'unit', title: texts.unit, sortBy: ({ unit }) => unit, render: ({ unit }) => unit },
    ...(isComposite
      ? []
      : [
          {
            key: 'answer',
            title: texts.answer,
            sortBy: ({ answer }: Row) => answer,
            render: ({ answer }: Row) => (answer === null ? '–' : texts.answers[answer]),
          },
        ]),
    {
      key: 'standing',
      title: texts.standing,
      sortBy: ({ compliant, applicable }) => (applicable === 0 ? null : compliant / applicable),
      render: ({ compliant, applicable }) => {
        if (isComposite) return texts.ofApplicable(count(compliant), count(applicable))
        if (applicable === 0) return '–'
        return compliant === 1 ? texts.met : texts.notMet
      },
    },
  ]
  return (
    <>
      <p>
        {texts.adds(
          count(side.numerator),
          count(side.denominator),
          count(side.notApplicable),
          local(side.round.title),
        )}
      </p>
      <DataTable
        caption={texts.casesTitle}
        captionHidden
        stacked
        columns={columns}
        rows={side.cases}
        rowKey={({ caseId, stage }) => `${caseId} ${stage.da}`}
      />
    </>
  )
}
