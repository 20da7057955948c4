import type { Immutable, RouteInput, RouteOutput } from '../../contract/frame/route.ts'
import { findingsPerPage, type listFindings as listRoute } from '../../contract/finding/finding.ts'
import { closedStates } from '../../core/finding/finding.ts'
import {
  countFindings,
  listFindingChoices,
  listFindings as listStored,
  type FindingFilter,
} from '../../storage/finding/finding-list.ts'
import type { FindingViewer } from '../../storage/finding/visible-finding.ts'
import { getId, type PersonId, type UnitId } from '../../storage/ids.ts'
import { listRounds, type Round } from '../../storage/draw/round.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'
import { programmeOf, programmesOf, toSummary, type ProgrammeOf } from './finding-views.ts'
import { overdueOn } from './overdue-on.ts'
import { viewerOf } from './finding-viewer.ts'

type Asked = RouteInput<typeof listRoute>['query']
type List = Immutable<RouteOutput<typeof listRoute>>

/** Findings the caller may see, a page at a time. */
export async function listFindings(context: Context, asked: Asked): Promise<Result<List>> {
  return context.database.transaction(context.actor, async (tx) => {
    const { personId: person } = context.actor
    const { page: askedPage = 1, ...wanted } = asked
    const viewer = await viewerOf(tx.reader, { ...context, person })
    const rounds = await listRounds(tx.reader)
    const reader = await tx.recordAccess({
      act: 'list-findings',
      subjectKind: 'finding',
      detail: { ...definedOf(wanted), page: askedPage },
    })
    const filter = toFilter(context, wanted, rounds)
    const choices = await choicesOf(context, reader, viewer, rounds, wanted.stage)
    if (filter === 'nothing')
      return done({ findings: [], page: 1, perPage: findingsPerPage, total: 0, counts: [], choices })
    const counts = await countFindings(reader, viewer, filter)
    const total = counts.reduce(
      (sum, { state, count }) => sum + (fitsState(state, wanted.state) ? count : 0),
      0,
    )
    // A page that there is no longer, or never was, is the last one.
    const page = Math.min(askedPage, Math.max(1, Math.ceil(total / findingsPerPage)))
    const found = await listStored(reader, viewer, filter, {
      offset: (page - 1) * findingsPerPage,
      limit: findingsPerPage,
    })
    const programmes = await programmesOf(
      reader,
      found.map(({ programmeVersionId }) => programmeVersionId),
    )
    return done({
      findings: found.map((row) => toSummary(context, row, programmeOf(programmes, row.programmeVersionId))),
      page,
      perPage: findingsPerPage,
      total,
      counts,
      choices,
    })
  })
}

const closed: readonly string[] = closedStates

function fitsState(state: string, wanted: Asked['state']): boolean {
  if (wanted === undefined) return true
  return wanted === 'active' ? !closed.includes(state) : state === wanted
}

/** Ids and codes; what was not asked for is left out. */
export function definedOf(wanted: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** What was asked for as the database knows it; `nothing`: of a round that there is not. */
export function toFilter(
  context: Context,
  { unit, round: roundKey, stage, question, state, severity, overdue, responsible }: Omit<Asked, 'page'>,
  rounds: readonly Round[],
): FindingFilter | 'nothing' {
  const round = rounds.find(({ key }) => key === roundKey)
  if (roundKey !== undefined && round === undefined) return 'nothing'
  return {
    unit: unit === undefined ? undefined : getId<UnitId>(unit),
    round: round?.id,
    stage,
    question,
    state,
    severity,
    overdue: overdue === 'true' ? overdueOn(context.today) : undefined,
    putOffLate: overdue === 'put-off',
    responsible: toPerson(context, responsible),
  }
}

function toPerson({ actor }: Context, wanted: string | undefined): PersonId | null | undefined {
  if (wanted === undefined) return undefined
  if (wanted === 'none') return null
  return wanted === 'me' ? actor.personId : getId<PersonId>(wanted)
}

async function choicesOf(
  context: Context,
  reader: PersonalReader,
  viewer: FindingViewer,
  rounds: readonly Round[],
  stage: string | undefined,
): Promise<List['choices']> {
  const choices = await listFindingChoices(reader, viewer, stage)
  const within = rounds.filter(({ id }) => choices.rounds.includes(id))
  const programmes: ProgrammeOf = await programmesOf(
    reader,
    within.map(({ programmeVersionId }) => programmeVersionId),
  )
  // The newest round's words first; older ones add what it no longer has.
  const stages = new Map(
    [...programmes.values()]
      .toReversed()
      .flatMap((programme) => programme.stages.map((each) => [each.key, each.title] as const)),
  )
  const questions = new Map(
    [...programmes.values()]
      .toReversed()
      .flatMap((programme) =>
        programme.stages.flatMap(({ key, questions: asked }) =>
          key === stage ? asked.map((question) => [question.key, question] as const) : [],
        ),
      ),
  )
  return {
    units: choices.units,
    rounds: within.map(({ key, titleDa, titleEn }) => ({ key, title: { da: titleDa, en: titleEn } })),
    stages: [...stages].flatMap(([key, title]) => (choices.stages.includes(key) ? [{ key, title }] : [])),
    questions: [...questions.values()].flatMap(({ key, number, text }) =>
      choices.questions.includes(key) ? [{ key, number, text }] : [],
    ),
    responsible: choices.responsible.map(({ id, name }) => ({
      id,
      name,
      own: id === context.actor.personId,
    })),
  }
}
