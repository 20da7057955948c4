import type { RegisterRow } from '../../../contract/caseflow/registers.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import { dayOf } from '../../../core/calendar/danish-time.ts'
import { dayNumberOf, isoDay } from '../../../core/calendar/day-number.ts'
import type { CaseHolder } from '../../../storage/caseflow/register-cases.ts'
import { listCaseHolders, listCasesEntered } from '../../../storage/caseflow/register-cases.ts'
import { listDeadlines, type DeadlineViewer } from '../../../storage/caseflow/deadline-list.ts'
import { listEntriesOf, type ListedEntry } from '../../../storage/caseflow/register-entry.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { entryOf } from './register-rows.ts'
import type { RegisterReach } from './register-reach.ts'

type Row = Immutable<RegisterRow>

/** The message that each rule asks for. */
const messages: ReadonlyMap<string, RegisterRow['next'][number]> = new Map([
  ['R02', 'notification-acknowledged'],
  ['R03', 'professional-informed'],
  ['G08', 'professional-informed'],
])

/** Deadlines of one rule that are read at most, the overdue ones among them. */
const most = 500

/** Notifiers who have not been told, one row a message that is owed; and what was entered since a day, a row a case. */
export async function notifierRows(
  context: Context,
  reader: PersonalReader,
  viewer: DeadlineViewer,
  { reach, since }: { readonly reach: RegisterReach; readonly since: string },
): Promise<readonly Row[]> {
  return [
    ...(await owedRows(context, reader, viewer, reach)),
    ...(await enteredRows(context, reader, { reach, since })),
  ]
}

/** So that an entry can be looked at and corrected when nothing is owed any more. */
async function enteredRows(
  context: Context,
  reader: PersonalReader,
  { reach, since }: { readonly reach: RegisterReach; readonly since: string },
): Promise<readonly Row[]> {
  const cases = await listCasesEntered(reader, 'notifier', since)
  const holders = [...(await listCaseHolders(reader, cases)).values()].filter((holder) => reach.sees(holder))
  const entries = Map.groupBy(
    (await listEntriesOf(reader, cases)).filter(({ register }) => register === 'notifier'),
    ({ caseId }) => caseId,
  )
  return holders.map((holder): Row => {
    const writes = reach.writes(holder)
    return {
      ...holder,
      about: '',
      state: 'ended',
      steps: (entries.get(holder.caseId) ?? []).map((entry) => stepOf(context, entry, writes)),
      missing: [],
      deadlines: [],
      overdue: false,
      dueOn: null,
      next: [],
      mayWrite: writes,
      oneHand: null,
      approve: null,
    }
  })
}

function stepOf(context: Context, entry: ListedEntry, writes: boolean): Row['steps'][number] {
  return {
    kind: entry.kind,
    day: entry.day,
    moment: entry.moment?.toISOString() ?? null,
    entry: entryOf(context, entry, writes),
  }
}

async function owedRows(
  context: Context,
  reader: PersonalReader,
  viewer: DeadlineViewer,
  reach: RegisterReach,
): Promise<readonly Row[]> {
  const { now } = context
  const today = dayOf(now.getTime())
  const found = (
    await Promise.all(
      [...messages.keys()].map((rule) =>
        listDeadlines(reader, viewer, { filter: { rule, notDone: true }, now }, { offset: 0, limit: most }),
      ),
    )
  ).flat()
  // One message tells of the assessment and of the support that has started by then.
  const untold = new Set(found.filter(({ rule }) => rule === 'R03').map(startOf))
  const owed = found.filter((one) => one.rule !== 'G08' || !untold.has(startOf(one)))
  const cases = [...new Set(owed.map(({ caseId }) => caseId))]
  const holders = await listCaseHolders(reader, cases)
  return owed.flatMap((one): readonly Row[] => {
    const holder: CaseHolder | undefined = holders.get(one.caseId)
    const kind = messages.get(one.rule)
    if (holder === undefined || kind === undefined) return []
    const writes = reach.writes(holder)
    const left = one.dueOn === null ? null : dayNumberOf(one.dueOn) - today
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
        oneHand: null,
        approve: null,
      },
    ]
  })
}

function startOf({
  caseId,
  startedOn,
  startedAt,
}: {
  readonly caseId: string
  readonly startedOn: string | null
  readonly startedAt: Date | null
}): string {
  return `${caseId}\u0001${startedAt?.toISOString() ?? startedOn ?? ''}`
}
