import type { ReactNode } from 'react'
import type { RepeatedStep } from '../../../../core/caseflow/flow/month-report.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { formatInteger } from '../../../format/numbers.ts'
import { useLanguage } from '../../../texts/language.tsx'
import { FigureLink } from '../flow/FigureLink.tsx'
import { ShareOf } from '../flow/ShareOf.tsx'
import { dueOf, type CasesOf, type ShownMonth } from './shown-month.ts'

type Kind = 'follow-ups' | 'visits'

interface Held {
  readonly kind: Kind
  readonly name: string
  readonly step: RepeatedStep
  readonly municipality: RepeatedStep | null
}

interface Row {
  readonly key: string
  readonly title: string
  readonly part: boolean
  readonly cell: (held: Held) => ReactNode
}

/** Whether what comes again and again was held: follow-ups, and visits to children placed away from home. */
export function RepeatedSection({ report, casesOf }: { report: ShownMonth; casesOf: CasesOf }) {
  const texts = useTexts({ da, en })
  const { figures, municipality } = report
  const names = texts.repeatedRows
  const held: readonly Held[] = [
    ...(figures.followUps === null
      ? []
      : [
          {
            kind: 'follow-ups' as const,
            name: names.followUps,
            step: figures.followUps,
            municipality: municipality.followUps,
          },
        ]),
    ...(figures.visits === null
      ? []
      : [
          {
            kind: 'visits' as const,
            name: names.visits,
            step: figures.visits,
            municipality: municipality.visits,
          },
        ]),
  ]
  const rows = useRows(report, casesOf)
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'what',
      title: texts.repeatedColumns.what,
      rowHeader: true,
      render: ({ title, part }) => <span className={part ? 'part-row' : undefined}>{title}</span>,
    },
    ...held.map((one): DataColumn<Row> => ({
      key: one.kind,
      title: one.name,
      align: 'end',
      render: ({ cell }) => cell(one),
    })),
  ]
  return (
    <section aria-labelledby="repeated-heading">
      <h2 id="repeated-heading">{texts.repeated}</h2>
      <DataTable
        caption={texts.repeatedCaption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <p className="small soft">{texts.repeatedNote}</p>
      <Rules held={held} />
    </section>
  )
}

function useRows({ unit }: ShownMonth, casesOf: CasesOf): readonly Row[] {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const titles = texts.repeatedColumns
  const number = (value: number) => formatInteger(value, language)
  const row = (
    state: 'met' | 'late' | 'open' | 'running' | 'cannot-tell',
    title: string,
    of: (step: RepeatedStep) => number,
  ): Row => ({
    key: state,
    title,
    part: true,
    cell: ({ kind, name, step }) => (
      <FigureLink
        count={of(step)}
        to={casesOf(`${kind}-${state}`)}
        of={`${name}: ${title}`}
        overdue={state === 'open'}
      />
    ),
  })
  return [
    { key: 'due', title: titles.due, part: false, cell: ({ step }) => number(dueOf(step.due)) },
    row('met', titles.met, ({ due }) => due.met),
    row('late', titles.late, ({ due }) => due.late),
    row('open', titles.open, ({ due }) => due.open),
    row('running', titles.running, ({ due }) => due.running),
    // Not among those that were due: whether and when is what cannot be told.
    { ...row('cannot-tell', titles.cannotTell, ({ due }) => due.cannotTell), part: false },
    {
      key: 'share',
      title: titles.share,
      part: false,
      cell: ({ step }) => <ShareOf share={step.due.share} />,
    },
    ...(unit === null
      ? []
      : [
          {
            key: 'municipality',
            title: `${titles.share}, ${texts.wholeMunicipality.toLocaleLowerCase('da')}`,
            part: true,
            cell: ({ municipality }: Held) => <ShareOf share={municipality?.due.share ?? null} />,
          },
        ]),
    {
      key: 'held',
      title: titles.held,
      part: false,
      cell: ({ kind, name, step }) => (
        <FigureLink count={step.held} to={casesOf(`${kind}-held`)} of={`${name}: ${titles.held}`} />
      ),
    },
  ]
}

/** Which rules ask for them. */
function Rules({ held }: { held: readonly Held[] }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const rules = held.flatMap(({ step }) => step.rules)
  if (rules.length === 0) return null
  return (
    <Disclosure summary={texts.rulesBehind}>
      <ul>
        {rules.map(({ id, text, legal }) => (
          <li key={id}>
            {local(text)} ({legal})
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
