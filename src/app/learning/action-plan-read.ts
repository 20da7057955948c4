import type { ActionPlanSummary, ActionPlanView, PlanDraft } from '../../contract/learning/action-plan.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import { showsCompliance } from '../../core/analysis/compliance.ts'
import {
  compareWithLast,
  isLate,
  listLeftOut,
  type PlannedInitiative,
} from '../../core/learning/action-plan.ts'
import { initiativeState } from '../../core/learning/initiative-state.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { listPeople } from '../../storage/access/people.ts'
import { findId, type ActionPlanId } from '../../storage/ids.ts'
import {
  findActionPlan,
  listActionPlans as list,
  type ActionPlan,
  type ActionPlanVersion,
} from '../../storage/learning/action-plan.ts'
import {
  listInitiativeActs,
  listInitiatives,
  type NamedInitiative,
} from '../../storage/learning/initiative.ts'
import { listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { nameAim } from './goal-figures.ts'

/** Drafts are for those who write them: until it is published a plan is not the municipality's. */
export async function listActionPlans(
  context: Context,
): Promise<Result<Immutable<{ mayEdit: boolean; plans: ActionPlanSummary[] }>>> {
  const mayEdit = authorise(context, 'action-plan.edit').ok
  return context.database.transaction(context.actor, async ({ reader }) => {
    const plans = (await list(reader)).map((plan) => toSummary(plan, mayEdit))
    return done({ mayEdit, plans: plans.filter(({ versions }) => versions.length > 0) })
  })
}

export async function getActionPlan(
  context: Context,
  wanted: string,
  version: number | undefined,
): Promise<Result<Immutable<ActionPlanView>>> {
  const id = findId<ActionPlanId>(wanted)
  if (id === undefined) return refused('not-found')
  const mayEdit = authorise(context, 'action-plan.edit').ok
  return context.database.transaction(context.actor, async (tx) => {
    const plan = await findActionPlan(tx.reader, id)
    const visible = plan?.versions.filter(({ publishedAt }) => mayEdit || publishedAt !== null) ?? []
    const newest = visible.find(({ publishedAt }) => publishedAt !== null) ?? visible[0]
    const shown = version === undefined ? newest : visible.find((each) => each.version === version)
    if (plan === undefined || shown === undefined) return refused('not-found')
    const reader = await tx.recordAccess({
      act: 'read-action-plan',
      subjectKind: 'action-plan',
      subjectId: id,
      detail: { version: shown.version },
    })
    const texts = await listInitiatives(reader, id)
    const acts = await listInitiativeActs(reader, id)
    const stateOf = (initiative: string) =>
      initiativeState(acts.filter((act) => act.initiative === initiative))
    const of = (wantedVersion: number) => texts.filter((each) => each.version === wantedVersion)
    const since = compareWithLast(of(shown.version - 1).map(toPlanned), of(shown.version).map(toPlanned))
    const leftOut = listLeftOut(
      plan.versions
        .filter(({ version: each }) => each <= shown.version)
        .map((each) => ({ label: each.label, initiatives: of(each.version) }))
        .toReversed(),
    )
    const programmes = await programmesOf(tx.reader)
    return done({
      ...toSummary(plan, mayEdit),
      shown: {
        ...toVersion(shown),
        foreword: shown.foreword,
        publishedBy: shown.publishedBy,
      },
      mayEdit,
      initiatives: of(shown.version).map((each) => {
        const { title, what, startsOn, endsOn, source, reference, aims } = each
        const state = stateOf(each.id)
        return {
          id: each.id,
          title,
          what,
          owner: { ...ownerOf(each), name: each.ownerName },
          startsOn,
          endsOn,
          source,
          reference,
          aims: aims.map((aim) => nameAim(programmes.get(aim.programme), aim)),
          state,
          late: isLate(each, state, context.today),
          since: shown.version === 1 ? null : (since.get(each.id) ?? null),
        }
      }),
      leftOut: leftOut.map(({ initiative: { id: initiative, title }, label }) => ({
        id: initiative,
        title,
        state: stateOf(initiative),
        label,
      })),
    })
  })
}

/** The most people that an owner is chosen among. */
const mostPeople = 2000

export async function getPlanDraft(context: Context, wanted: string): Promise<Result<Immutable<PlanDraft>>> {
  const id = findId<ActionPlanId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, 'action-plan.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const plan = await findActionPlan(tx.reader, id)
    if (plan === undefined) return refused('not-found')
    const draft = findDraft(plan)
    if (draft === undefined) return refused('plan-no-draft')
    const reader = await tx.recordAccess({
      act: 'open-action-plan-draft',
      subjectKind: 'action-plan',
      subjectId: id,
    })
    const nobody = { words: [], role: undefined, unit: undefined, on: context.today }
    const { people } = await listPeople(reader, nobody, mostPeople)
    const programmes = await programmesOf(tx.reader)
    return done({
      id,
      title: plan.title,
      version: draft.version,
      label: draft.label,
      foreword: draft.foreword,
      seen: draft.edits,
      initiatives: (await listInitiatives(reader, id, draft.version)).map(toPlanned),
      people: people.map(({ id: person, name }) => ({ id: person, name })),
      units: await listUnits(reader),
      programmes: [...programmes.values()].map(toChoices),
    })
  })
}

function toChoices({ key, title, stages }: Programme) {
  return {
    key,
    title,
    stages: stages.map(({ key: stage, title: stageTitle, questions }) => ({
      key: stage,
      title: stageTitle,
      questions: questions
        .filter(showsCompliance)
        .map(({ key: question, number, text }) => ({ key: question, number, text })),
    })),
  }
}

export function findDraft(plan: ActionPlan): ActionPlanVersion | undefined {
  return plan.versions.find(({ publishedAt }) => publishedAt === null)
}

function ownerOf({ ownerPerson, ownerUnit }: NamedInitiative): PlannedInitiative['owner'] {
  if (ownerPerson !== null) return { kind: 'person', id: ownerPerson }
  if (ownerUnit !== null) return { kind: 'unit', id: ownerUnit }
  throw new Error('an initiative that nobody owns')
}

function toPlanned(initiative: NamedInitiative): PlannedInitiative {
  const { id, title, what, startsOn, endsOn, source, reference, aims } = initiative
  return { id, title, what, owner: ownerOf(initiative), startsOn, endsOn, source, reference, aims }
}

function toSummary({ id, title, versions }: ActionPlan, mayEdit: boolean): Immutable<ActionPlanSummary> {
  return {
    id,
    title,
    versions: versions.filter(({ publishedAt }) => mayEdit || publishedAt !== null).map(toVersion),
  }
}

function toVersion({ version, label, publishedAt, initiatives }: ActionPlanVersion) {
  return { version, label, publishedAt: publishedAt?.toISOString() ?? null, initiatives }
}

async function programmesOf(
  reader: Parameters<typeof listNewestProgrammes>[0],
): Promise<ReadonlyMap<string, Programme>> {
  const newest = await listNewestProgrammes(reader)
  return new Map(newest.map(({ programme }) => [programme.key, programme]))
}
