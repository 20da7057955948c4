import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '../../../../contract/client.ts'
import { listFlowSubscribers } from '../../../../contract/caseflow/flow-files.ts'
import { ask } from '../../../api.ts'
import { formatDate } from '../../../format/dates.ts'
import { flowFiles as da } from '../../../texts/da/flow-files.ts'
import { flowFiles as en } from '../../../texts/en/flow-files.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

type Subscriber = CallOutput<typeof listFlowSubscribers>['subscribers'][number]

/** For the administrator: who is told of the reports by mail, and whether the mails can come. */
export function FlowSubscribers() {
  const { subscribers: texts } = useTexts({ da, en })
  const query = useQuery(ask(listFlowSubscribers, {}))
  return (
    <Disclosure summary={texts.heading}>
      <Answer query={query}>
        {({ subscribers }) =>
          subscribers.length === 0 ? <p>{texts.none}</p> : <Subscribers subscribers={subscribers} />
        }
      </Answer>
    </Disclosure>
  )
}

function Subscribers({ subscribers }: { subscribers: readonly Subscriber[] }) {
  const { subscribers: texts, municipality, ownUnitsShort } = useTexts({ da, en })
  const language = useLanguage()
  const columns: readonly DataColumn<Subscriber>[] = [
    { key: 'name', title: texts.name, rowHeader: true, render: ({ name }) => name },
    { key: 'report', title: texts.report, render: ({ rhythm }) => texts.reports[rhythm] },
    {
      key: 'scope',
      title: texts.scope,
      render: ({ scope }) => (scope === 'municipality' ? municipality : ownUnitsShort),
    },
    { key: 'since', title: texts.since, render: ({ since }) => formatDate(since, language) },
    {
      key: 'note',
      title: texts.note,
      render: ({ permitted, reachable }) =>
        !permitted ? texts.ended : reachable ? texts.comes : texts.noAddress,
    },
  ]
  return (
    <DataTable
      caption={texts.caption}
      columns={columns}
      rows={subscribers}
      rowKey={({ id, rhythm }) => `${id} ${rhythm}`}
      stacked
    />
  )
}
