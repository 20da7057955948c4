import type { SheetPhase } from '../../../../contract/caseflow/case-sheet.ts'
import type { getCase } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { formatDate, formatDateTime, formatShortDate } from '../../../format/dates.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { caseflow as caseflowDa } from '../../../texts/da/caseflow.ts'
import { caseflow as caseflowEn } from '../../../texts/en/caseflow.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useLaneLabel } from './TimeLine.tsx'

type Shown = CallOutput<typeof getCase>

/** What the picture shows, day by day. */
export function TimeLineTables({ shown: { events, sheet } }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  return (
    <div className="not-printed">
      <Disclosure summary={texts.allEvents(events.length)}>
        {sheet.phases.length > 0 && <PhaseTable phases={sheet.phases} />}
        <EventTable events={events} />
      </Disclosure>
    </div>
  )
}

function PhaseTable({ phases }: { phases: readonly SheetPhase[] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const labelOf = useLaneLabel()
  const rows = phases.map((phase, at) => ({ ...phase, at }))
  const columns: readonly DataColumn<(typeof rows)[number]>[] = [
    { key: 'phase', title: texts.phase, rowHeader: true, render: labelOf },
    { key: 'from', title: texts.from, render: ({ from }) => formatShortDate(from, language) },
    {
      key: 'to',
      title: texts.to,
      render: ({ to }) => (to === null ? texts.running : formatShortDate(to, language)),
    },
  ]
  return (
    <DataTable
      caption={texts.phasesCaption}
      stacked
      columns={columns}
      rows={rows}
      rowKey={({ at }) => String(at)}
    />
  )
}

function EventTable({ events }: { events: Shown['events'] }) {
  const texts = useTexts({ da: caseflowDa, en: caseflowEn })
  const language = useLanguage()
  const local = useLocal()
  type Row = Shown['events'][number]
  const several = events.some(({ child }) => child !== null)
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'when',
      title: texts.when,
      render: ({ day, moment }) =>
        moment === null ? formatDate(day, language) : formatDateTime(moment, language),
    },
    { key: 'event', title: texts.event, rowHeader: true, render: ({ name }) => local(name) },
    ...(several
      ? [
          {
            key: 'child',
            title: texts.child,
            render: ({ child }: Row) => (child === null ? '–' : texts.childNumber(child)),
          },
        ]
      : []),
    { key: 'unit', title: texts.columns.unit, render: ({ unit }) => unit || '–' },
    { key: 'caseworker', title: texts.columns.caseworker, render: ({ caseworker }) => caseworker || '–' },
  ]
  return (
    <DataTable
      caption={texts.eventsCaption}
      stacked
      columns={columns}
      rows={events}
      rowKey={({ n }) => String(n)}
    />
  )
}
