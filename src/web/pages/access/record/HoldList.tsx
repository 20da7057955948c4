import { useQuery } from '@tanstack/react-query'
import {
  decideHold,
  liftHold,
  listHolds,
  readRecord,
  type LogHold,
} from '../../../../contract/access/record.ts'
import { ask, useSend } from '../../../api.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { recordLog as da } from '../../../texts/da/record-log.ts'
import { recordLog as en } from '../../../texts/en/record-log.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Problem } from '../../../ui/Problem.tsx'

/** What is told later, and what waits for the second person. */
export function HoldList() {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const query = useQuery(ask(listHolds, {}))
  const decide = useSend(decideHold, [listHolds, readRecord])
  const lift = useSend(liftHold, [listHolds, readRecord])
  const error = decide.error ?? lift.error
  const columns: readonly DataColumn<LogHold>[] = [
    { key: 'case', title: texts.caseColumn, rowHeader: true, render: ({ caseId }) => caseId },
    { key: 'count', title: texts.count, align: 'end', render: ({ entries }) => entries.length },
    { key: 'until', title: texts.until, render: ({ until }) => formatShortDate(until, language) },
    { key: 'reason', title: texts.reason, render: ({ reason }) => reason },
    { key: 'state', title: texts.state, render: ({ state }) => texts.states[state] },
    {
      key: 'decision',
      title: texts.decision,
      render: ({ id, state, mine }) => {
        const params = { hold: id }
        if (state === 'in-force') return <Button onClick={() => lift.mutate({ params })}>{texts.lift}</Button>
        if (mine) return <span className="soft">{texts.mine}</span>
        return (
          <div className="button-row">
            <Button onClick={() => decide.mutate({ params, body: { approve: true } })}>
              {texts.approve}
            </Button>
            <Button onClick={() => decide.mutate({ params, body: { approve: false } })}>
              {texts.refuse}
            </Button>
          </div>
        )
      },
    },
  ]
  return (
    <Answer query={query}>
      {({ holds }) =>
        holds.length === 0 ? null : (
          <section aria-labelledby="log-holds">
            <h2 id="log-holds">{texts.holds}</h2>
            {error !== null && <Problem error={error} />}
            <DataTable
              caption={texts.holdsCaption}
              captionHidden
              columns={columns}
              rows={holds}
              rowKey={({ id }) => id}
              stacked
            />
          </section>
        )
      }
    </Answer>
  )
}
