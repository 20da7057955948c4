import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getCase } from '../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { formatDate, formatDateTime } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { caseflow as da } from '../../texts/da/caseflow.ts'
import { caseflow as en } from '../../texts/en/caseflow.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { DeadlineTable } from './DeadlineTable.tsx'

/** How does one case stand? Its deadlines, what is not met first, and the events they are judged from. */
export function CasePage() {
  return (
    <Permitted action="caseflow.read">
      <Case />
    </Permitted>
  )
}

type Shown = CallOutput<typeof getCase>

function Case() {
  const { case: caseId } = useParams({ from: '/caseflow/cases/$case' })
  const query = useQuery(ask(getCase, { params: { case: caseId } }))
  return <PageAnswer query={query}>{(shown) => <View shown={shown} />}</PageAnswer>
}

function View({ shown }: { shown: Shown }) {
  const texts = useTexts({ da, en })
  const { navigation } = useCommonTexts()
  const { caseId, unit, caseworker, deadlines, rules, events } = shown
  const asked = deadlines.filter(({ state }) => state !== 'not-applicable')
  const rest = deadlines.filter(({ state }) => state === 'not-applicable')
  const count = (state: string) => asked.filter((one) => one.state === state).length
  const table = { caption: texts.deadlinesHeading, rules, showUnit: false, ofOneCase: true }
  return (
    <>
      <Breadcrumb above={[{ title: navigation.deadlines, to: paths.deadlines() }]} />
      <PageHeading
        title={texts.caseTitle(caseId)}
        question={
          <>
            {[unit, caseworker].filter((one) => one !== '').join(', ')}.{' '}
            {texts.caseStanding(count('open'), count('running'))}
          </>
        }
      />
      <h2>{texts.deadlinesHeading}</h2>
      <DeadlineTable {...table} deadlines={asked} />
      {rest.length > 0 && (
        <Disclosure summary={texts.asksNothing(rest.length)}>
          <DeadlineTable {...table} caption={texts.sections['not-applicable']} deadlines={rest} />
        </Disclosure>
      )}
      <h2>{texts.eventsHeading}</h2>
      <EventTable events={events} />
    </>
  )
}

function EventTable({ events }: { events: Shown['events'] }) {
  const texts = useTexts({ da, en })
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
      captionHidden
      stacked
      columns={columns}
      rows={events}
      rowKey={({ n }) => String(n)}
    />
  )
}
