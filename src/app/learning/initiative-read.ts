import type { InitiativeView } from '../../contract/learning/initiative.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { isLate } from '../../core/learning/action-plan.ts'
import { announcedStart, earliestActDay } from '../../core/learning/initiative-start.ts'
import {
  endOfInitiative,
  initiativeState,
  possibleActs,
  startOfInitiative,
} from '../../core/learning/initiative-state.ts'
import { findId, type InitiativeId } from '../../storage/ids.ts'
import { findActionPlan, type ActionPlan } from '../../storage/learning/action-plan.ts'
import {
  findPlanOfInitiative,
  listInitiativeActs,
  listInitiatives,
  type NamedInitiative,
  type StoredAct,
} from '../../storage/learning/initiative.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import type { AnalysisRoom } from '../analysis/open-results.ts'
import { authorise, reachIn } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { AimedInitiative } from './before-after-judge.ts'
import { beforeAfterOf } from './before-after-of.ts'
import { listEverPublished, type EverPublished } from './ever-published.ts'
import { tooBusy } from './goal-read.ts'

export interface PublishedInitiative {
  readonly plan: ActionPlan
  /** As the newest published version that has it says. */
  readonly text: EverPublished
  /** Numbers of the published versions it stands in. */
  readonly versions: readonly number[]
  /** All that its plan ever published. */
  readonly ever: readonly EverPublished[]
  /** Of the whole plan. */
  readonly acts: readonly StoredAct[]
}

/** An initiative with its plan, as far as it is published; undefined otherwise. */
export async function findPublished(
  reader: PersonalReader,
  id: InitiativeId,
): Promise<PublishedInitiative | undefined> {
  const planId = await findPlanOfInitiative(reader, id)
  const plan = planId === undefined ? undefined : await findActionPlan(reader, planId)
  if (plan === undefined) return undefined
  const texts = await listInitiatives(reader, plan.id)
  const ever = listEverPublished(plan.versions, texts)
  const text = ever.find((each) => each.id === id)
  if (text === undefined) return undefined
  const versions = texts.filter((each) => each.id === id).map(({ version }) => version)
  return { plan, text, versions, ever, acts: await listInitiativeActs(reader, plan.id) }
}

/** An initiative: what it is, how it goes, and, for those who may read results, what its figures did. */
export async function getInitiative(
  context: Context,
  room: AnalysisRoom,
  wanted: string,
): Promise<Result<Immutable<InitiativeView>>> {
  const id = findId<InitiativeId>(wanted)
  if (id === undefined) return refused('not-found')
  const results = reachIn(context, 'results.read')
  const readsResults = results.municipality || results.units.length > 0
  const found = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'read-initiative',
      subjectKind: 'initiative',
      subjectId: id,
      detail: { figures: readsResults },
    })
    return findPublished(reader, id)
  })
  if (found === undefined) return refused('not-found')
  const { plan, text, ever, acts } = found
  const aimed = ever.map((each) => toAimed(each, acts))
  const shown = aimed.find((each) => each.id === id)
  const figures =
    readsResults && shown !== undefined ? await beforeAfterOf(context, room, shown, aimed) : null
  if (figures === 'too-busy') return tooBusy
  const own = acts.filter(({ initiative }) => initiative === id)
  const versions = new Set(found.versions)
  const { label } = plan.versions.find(({ version }) => version === text.version) ?? { label: '' }
  const state = initiativeState(own)
  return done({
    id,
    title: text.title,
    what: text.what,
    plan: { id: plan.id, title: plan.title, version: text.version, label },
    labels: plan.versions
      .filter(({ version, publishedAt }) => publishedAt !== null && versions.has(version))
      .map((each) => each.label)
      .toReversed(),
    leftOut: text.leftOutIn !== null,
    leftOutIn: text.leftOutIn,
    owner: { kind: text.ownerPerson === null ? 'unit' : 'person', name: text.ownerName },
    startsOn: text.startsOn,
    endsOn: text.endsOn,
    source: text.source,
    reference: text.reference,
    state,
    start: {
      day: startOfInitiative(own, text.startsOn),
      said: own.some(({ kind }) => kind === 'started'),
    },
    late: isLate(text, state, context.today),
    acts: own.map(({ kind, day, note, by, at }) => ({ kind, day, writtenOn: danishDay(at), note, by })),
    earliest: earliestActDay(text.first.publishedOn),
    mayReport: mayReport(context, text) ? possibleActs(own) : [],
    today: context.today,
    figures,
  })
}

export function toAimed(
  { id, title, everAimed, first }: EverPublished,
  acts: readonly StoredAct[],
): AimedInitiative {
  const own = acts.filter(({ initiative }) => initiative === id)
  const begun = own.find(({ kind }) => kind === 'started')
  return {
    id,
    title,
    aims: everAimed,
    starts:
      begun === undefined
        ? null
        : {
            said: { day: begun.day, writtenOn: danishDay(begun.at) },
            planned: announcedStart(first.startsOn, first.publishedOn),
          },
    end: endOfInitiative(own),
  }
}

/** Its owner, the manager of the unit that owns it, and those who write the plan. */
export function mayReport(context: Context, { ownerPerson, ownerUnit }: NamedInitiative): boolean {
  return authorise(
    context,
    'initiative.report',
    { kind: 'municipality' },
    ...(ownerUnit === null ? [] : [{ kind: 'unit', unit: ownerUnit } as const]),
    ...(ownerPerson === context.actor.personId ? [{ kind: 'own' } as const] : []),
  ).ok
}
