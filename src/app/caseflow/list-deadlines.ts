import { deadlinesPerPage, type listDeadlines as listRoute } from '../../contract/caseflow/deadlines.ts'
import type { Immutable, RouteInput, RouteOutput } from '../../contract/frame/route.ts'
import { becauseWords } from '../../core/caseflow/because-words.ts'
import type { EventKind } from '../../core/caseflow/deadline-rules.ts'
import { addDays } from '../../core/calendar/days.ts'
import { countCasesToJudge } from '../../storage/caseflow/case-to-judge.ts'
import {
  countDeadlines,
  countPunctuality,
  listDeadlineChoices,
  listDeadlines as listStored,
  type DeadlineFilter,
  type DeadlineViewer,
  type ListedDeadline,
} from '../../storage/caseflow/deadline-list.ts'
import { listDeadlineRules } from '../../storage/caseflow/deadline-rules.ts'
import { getId, type UnitId } from '../../storage/ids.ts'
import type { Reader } from '../../storage/transaction.ts'
import { reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { leftOf, pastBy } from './due-distance.ts'
import { listedRules } from './listed-rules.ts'
import { allKinds } from './receive-events.ts'

type Asked = RouteInput<typeof listRoute>['query']
type List = Immutable<RouteOutput<typeof listRoute>>

/** Days that the share of deadlines kept is told of. */
const lookBack = 30
const msInDay = 86_400_000

/** Deadlines the caller may see, a page at a time: what is not done, or what is asked for by its state. */
export async function listDeadlines(context: Context, asked: Asked): Promise<Result<List>> {
  const { page = 1, ...rest } = asked
  const wanted = ofOnePerson(rest)
  const { now } = context
  return context.database.transaction(context.actor, async (tx) => {
    const viewer = await viewerOf(tx.reader, context)
    const reader = await tx.recordAccess({
      act: 'list-deadlines',
      subjectKind: 'case-deadline',
      detail: {
        ...Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, String(value)])),
        page,
      },
    })
    const filter = toFilter(wanted, now)
    const all = await countDeadlines(reader, viewer, { filter, now })
    const counts = wanted.caseworker === undefined ? all : notDone(all)
    const found = await listStored(
      reader,
      viewer,
      { filter, now },
      {
        offset: (page - 1) * deadlinesPerPage,
        limit: deadlinesPerPage,
      },
    )
    const punctuality =
      wanted.caseworker !== undefined
        ? []
        : await countPunctuality(reader, viewer, { filter, now }, addDays(context.today, -lookBack))
    const choices = await listDeadlineChoices(reader, viewer)
    const { any, ...chosen } = choices
    const rules = await listDeadlineRules(reader)
    const kinds = allKinds(rules)
    return done({
      deadlines: found.map((one) => toListed(one, context, kinds)),
      page,
      perPage: deadlinesPerPage,
      total:
        wanted.state === undefined ? (counts.running ?? 0) + (counts.open ?? 0) : (counts[wanted.state] ?? 0),
      counts,
      rules: listedRules(rules),
      punctuality,
      choices: chosen,
      any,
      toJudge: await countCasesToJudge(reader),
    })
  })
}

/** Of one caseworker only what is to be done is shown: nothing adds up how somebody has kept deadlines. */
function ofOnePerson(wanted: Omit<Asked, 'page'>): Omit<Asked, 'page'> {
  if (wanted.caseworker === undefined || wanted.state === 'running' || wanted.state === 'open') return wanted
  return { ...wanted, state: undefined }
}

function notDone({ running, open }: List['counts']): List['counts'] {
  return { ...(running !== undefined && { running }), ...(open !== undefined && { open }) }
}

/** Whose deadlines the caller may see: everything, their units', and always their own, by the initials of the case system. */
export async function viewerOf(reader: Reader, context: Context): Promise<DeadlineViewer> {
  const { municipality, units } = reachIn(context, 'caseflow.read')
  const { initials } = await reader.db
    .selectFrom('person')
    .select('initials')
    .where('id', '=', context.actor.personId)
    .executeTakeFirstOrThrow()
  return { units: municipality ? undefined : units, initials }
}

function toFilter({ unit, caseworker, rule, state, within }: Omit<Asked, 'page'>, now: Date): DeadlineFilter {
  return {
    unit: unit === undefined ? undefined : getId<UnitId>(unit),
    caseworker,
    rule,
    state,
    notDone: state === undefined,
    runningUntil: within === undefined ? undefined : new Date(now.getTime() + within * msInDay),
  }
}

function toListed(
  one: ListedDeadline,
  { now, today }: Context,
  kinds: readonly EventKind[],
): List['deadlines'][number] {
  const { n, unitId: _unitId, doneAt: _doneAt, startedAt, dueAt, ...rest } = one
  return {
    ...rest,
    n,
    startedAt: startedAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    because: one.because === null ? null : becauseWords(one.because, kinds),
    lateBy: one.state === 'open' ? pastBy(one, now, today) : one.lateBy,
    left: one.state === 'running' ? leftOf(one, now, today) : null,
  }
}
