import { randomUUID } from 'node:crypto'
import { nextLabel, type PlannedInitiative } from '../../core/learning/action-plan.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { personExists } from '../../storage/access/people.ts'
import { findId, getId, type ActionPlanId, type InitiativeId, type PersonId } from '../../storage/ids.ts'
import {
  findActionPlan,
  holdActionPlan,
  insertActionPlan,
  insertInitiative,
  insertPlanVersion,
  publishPlanVersion,
  savePlanVersion,
  type ActionPlan,
  type ActionPlanVersion,
} from '../../storage/learning/action-plan.ts'
import { findPlanOfInitiative, listInitiatives, saveInitiatives } from '../../storage/learning/initiative.ts'
import { listNewestProgrammes } from '../../storage/programme/programme-version.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findDraft } from './action-plan-read.ts'
import { isAimOf } from './goal-figures.ts'

const subjectKind = 'action-plan'

/** Begins a plan with an empty draft. */
export async function addActionPlan(
  context: Context,
  { title, label }: { readonly title: string; readonly label: string },
): Promise<Result<{ id: ActionPlanId }>> {
  const granted = authorise(context, 'action-plan.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx) => {
    const id = getId<ActionPlanId>(randomUUID())
    const writer = await tx.recordChange({
      room: 'learning',
      act: 'add-action-plan',
      subjectKind,
      subjectId: id,
    })
    const made = { by: context.actor.personId, at: context.now }
    await insertActionPlan(writer, { id, title, ...made })
    await insertPlanVersion(writer, id, { version: 1, label, foreword: null, ...made })
    return done({ id })
  })
}

/** Begins the next version with all that the newest one says. */
export async function addPlanDraft(context: Context, wanted: string): Promise<Result<{ version: number }>> {
  return withPlan(context, wanted, 'add-action-plan-draft', async (tx, writer, plan) => {
    if (findDraft(plan) !== undefined) return refused('plan-draft-exists')
    const [newest] = plan.versions
    if (newest === undefined) throw new Error('an action plan without a version')
    const label = nextLabel(newest.label)
    if (plan.versions.some((each) => each.label === label)) return refused('plan-label-taken')
    const version = newest.version + 1
    await insertPlanVersion(writer, plan.id, {
      version,
      label,
      foreword: newest.foreword,
      by: context.actor.personId,
      at: context.now,
    })
    const reader = await tx.recordAccess({ act: 'read-action-plan', subjectKind, subjectId: plan.id })
    await saveInitiatives(writer, plan.id, version, await listInitiatives(reader, plan.id, newest.version))
    return done({ version })
  })
}

export interface DraftToSave {
  readonly seen: number
  readonly label: string
  readonly foreword: string | null
  /** `id` null: a new one. */
  readonly initiatives: readonly (Omit<PlannedInitiative, 'id'> & { readonly id: string | null })[]
}

/** Saves the draft as a whole, unless somebody else has saved it since it was seen. */
export async function savePlanDraft(
  context: Context,
  wanted: string,
  { seen, label, foreword, initiatives }: DraftToSave,
): Promise<Result<{ seen: number }>> {
  return withPlan(context, wanted, 'save-action-plan-draft', async (tx, writer, plan) => {
    const draft = findDraft(plan)
    if (draft === undefined) return refused('plan-no-draft')
    if (draft.edits !== seen) return refused('outdated-version')
    if (plan.versions.some((each) => each.version !== draft.version && each.label === label))
      return refused('plan-label-taken')
    const wrong = await findWrong(tx, plan.id, initiatives)
    if (wrong !== null) return refused(wrong)
    await savePlanVersion(writer, plan.id, draft.version, { label, foreword: blankToNull(foreword) })
    const texts = []
    for (const { id: known, owner, reference, ...rest } of initiatives) {
      const id = known ?? randomUUID()
      if (known === null)
        await insertInitiative(writer, { id: getId<InitiativeId>(id), plan: plan.id, at: context.now })
      texts.push({
        ...rest,
        id: getId<InitiativeId>(id),
        reference: blankToNull(reference),
        ownerPerson: owner.kind === 'person' ? getId<PersonId>(owner.id) : null,
        ownerUnit: owner.kind === 'unit' ? await unitOf(tx, owner.id) : null,
      })
    }
    await saveInitiatives(writer, plan.id, draft.version, texts)
    return done({ seen: seen + 1 })
  })
}

/** Publishes the draft. From here on neither the program nor a hand in the database changes it. */
export async function publishPlan(
  context: Context,
  wanted: string,
  seen: number,
): Promise<Result<undefined>> {
  return withPlan(context, wanted, 'publish-action-plan', async (_tx, writer, plan) => {
    const draft = findDraft(plan)
    if (draft === undefined) return refused('plan-no-draft')
    if (draft.edits !== seen) return refused('outdated-version')
    if (draft.initiatives === 0) return refused('plan-empty')
    const { personId: by } = context.actor
    await publishPlanVersion(writer, plan.id, draft.version, { by, at: later(context.now, draft) })
    return done()
  })
}

/** Another server's clock may be a little ahead of the one that began the draft. */
function later(now: Date, { createdAt }: ActionPlanVersion): Date {
  return now < createdAt ? createdAt : now
}

async function withPlan<T>(
  context: Context,
  wanted: string,
  act: string,
  work: (tx: Transaction, writer: Writer, plan: ActionPlan) => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = findId<ActionPlanId>(wanted)
  if (id === undefined) return refused('not-found')
  const granted = authorise(context, 'action-plan.edit')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async (tx): Promise<Result<T>> => {
    if ((await findActionPlan(tx.reader, id)) === undefined) return refused('not-found')
    const writer = await tx.recordChange({ room: 'learning', act, subjectKind, subjectId: id })
    await holdActionPlan(writer, id)
    const plan = await findActionPlan(writer, id)
    return plan === undefined ? refused('not-found') : work(tx, writer, plan)
  })
}

/** What of the draft cannot be: an owner who is not there, a figure nobody measures, an initiative of another plan. */
async function findWrong(
  tx: Transaction,
  plan: ActionPlanId,
  initiatives: DraftToSave['initiatives'],
): Promise<'initiative-owner-unknown' | 'goal-aim-unknown' | 'not-found' | null> {
  const newest = await listNewestProgrammes(tx.reader)
  const units = await listUnits(tx.reader)
  const seen = new Set<string>()
  for (const { id, owner, aims } of initiatives) {
    if (id !== null) {
      const own = await findPlanOfInitiative(tx.reader, getId<InitiativeId>(id))
      if (own !== plan || seen.has(id)) return 'not-found'
      seen.add(id)
    }
    const isKnown =
      owner.kind === 'unit'
        ? units.some((unit) => unit.id === owner.id)
        : await personExists(tx.reader, getId<PersonId>(owner.id))
    if (!isKnown) return 'initiative-owner-unknown'
    for (const aim of aims) {
      const found = newest.find(({ programme }) => programme.key === aim.programme)
      if (found === undefined || !isAimOf(found.programme, aim)) return 'goal-aim-unknown'
    }
    const keys = aims.map(({ programme, stage, question }) => `${programme} ${stage} ${question}`)
    if (new Set(keys).size < keys.length) return 'goal-aim-unknown'
  }
  return null
}

async function unitOf(tx: Transaction, id: string) {
  return (await listUnits(tx.reader)).find((unit) => unit.id === id)?.id ?? null
}

function blankToNull(text: string | null): string | null {
  return text === '' ? null : text
}
