import type { RegisterRow } from '../../../contract/caseflow/registers.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { addDays } from '../../../core/calendar/days.ts'
import { dayOf } from '../../../core/calendar/danish-time.ts'
import { dayNumberOf, isoDay } from '../../../core/calendar/day-number.ts'
import type { CaseHolder } from '../../../storage/caseflow/register-cases.ts'
import { listCaseHolders } from '../../../storage/caseflow/register-cases.ts'
import { listDeadlines, type DeadlineViewer } from '../../../storage/caseflow/deadline-list.ts'
import { listEntriesOf } from '../../../storage/caseflow/register-entry.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { entryOf } from './register-rows.ts'
import type { RegisterReach } from './register-reach.ts'

type Row = Immutable<RegisterRow>

/** The message that each rule asks for. */
const messages = { R02: 'notification-acknowledged', R03: 'professional-informed' } as const

/** Deadlines of one rule that are read at most, the overdue ones among them. */
const most = 500

/** Days that entries stay to be seen after they were made. */
const lookBack = 30

/** Notifiers who have not been told: one row a message that is owed, and the case's entries of the last month. */
export async function notifierRows(
  context: Context,
  reader: PersonalReader,
  viewer: DeadlineViewer,
  reach: RegisterReach,
): Promise<readonly Row[]> {
  const { now } = context
  const today = dayOf(now.getTime())
  const found = (
    await Promise.all(
      Object.keys(messages).map((rule) =>
        listDeadlines(reader, viewer, { filter: { rule, notDone: true }, now }, { offset: 0, limit: most }),
      ),
    )
  ).flat()
  const cases = [...new Set(found.map(({ caseId }) => caseId))]
  const holders = await listCaseHolders(reader, cases)
  const entries = Map.groupBy(await listEntriesOf(reader, cases), ({ caseId }) => caseId)
  return found.flatMap((one): readonly Row[] => {
    const holder: CaseHolder | undefined = holders.get(one.caseId)
    const kind = one.rule === 'R02' ? messages.R02 : messages.R03
    if (holder === undefined) return []
    const writes = reach.writes(holder)
    const left = one.dueOn === null ? null : dayNumberOf(one.dueOn) - today
    const since = addDays(isoDay(today), -lookBack)
    const own = (entries.get(one.caseId) ?? []).filter((entry) => entry.kind === kind && entry.day >= since)
    return [
      {
        ...holder,
        about: '',
        state: 'waiting',
        steps: [
          {
            kind: 'notification-received',
            day: one.startedOn ?? isoDay(today),
            moment: one.startedAt?.toISOString() ?? null,
            entry: null,
          },
          ...own.map((entry) => ({
            kind: entry.kind,
            day: entry.day,
            moment: entry.moment?.toISOString() ?? null,
            entry: entryOf(context, entry, writes),
          })),
        ],
        missing: [{ kind, times: 1 }],
        deadlines: [
          {
            rule: one.rule,
            state: one.state,
            dueOn: one.dueOn,
            lateBy: one.state === 'open' && left !== null ? -left : null,
            left: one.state === 'running' ? left : null,
          },
        ],
        overdue: one.state === 'open',
        dueOn: one.dueOn,
        next: writes ? [kind] : [],
        mayWrite: writes,
        approve: null,
      },
    ]
  })
}
