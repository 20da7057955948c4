import { randomUUID } from 'node:crypto'
import {
  agreementState,
  refusalOfOutcome,
  type AgreementOutcome,
  type WalkThroughParticipant,
} from '../../../core/caseflow/walk-through/walk-through.ts'
import {
  findAgreement,
  insertAgreement,
  insertOutcome,
  saveAgreement as save,
} from '../../../storage/caseflow/walk-through.ts'
import { getId, type AgreementId, type PersonId, type WalkThroughId } from '../../../storage/ids.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { holdWalkThrough, holdWalkThroughOf, leadOpen, type HeldWalkThrough } from './held-walk-through.ts'
import { checkPeople } from './walk-through-people.ts'

interface Agreed {
  readonly text: string
  readonly who: WalkThroughParticipant
  readonly dueOn: string
}

export async function addAgreement(
  context: Context,
  walkThrough: WalkThroughId,
  agreed: Agreed,
): Promise<Result<{ id: AgreementId }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ id: AgreementId }>> => {
    const id = getId<AgreementId>(randomUUID())
    const held = await holdWalkThrough(context, tx, walkThrough, {
      entry: 'write-agreement',
      detail: { agreement: id },
    })
    if (!held.ok) return held
    const open = leadOpen(held.value)
    if (!open.ok) return open
    const checked = await checkWho(context, open.value, agreed)
    if (!checked.ok) return checked
    const writer = await open.value.change()
    const { personId: by } = context.actor
    await insertAgreement(writer, { id, walkThrough, by, at: context.now, ...checked.value })
    return done({ id })
  })
}

export async function saveAgreement(
  context: Context,
  id: AgreementId,
  { version, ...agreed }: Agreed & { readonly version: number },
): Promise<Result<{ version: number }>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<{ version: number }>> => {
    const held = await holdWalkThroughOf(context, tx, id, 'write-agreement')
    if (!held.ok) return held
    const open = leadOpen(held.value)
    if (!open.ok) return open
    const before = await findAgreement(open.value.reader, id)
    if (before?.version !== version) return refused('outdated-version')
    const checked = await checkWho(context, open.value, agreed)
    if (!checked.ok) return checked
    return done({ version: await save(await open.value.change(), id, checked.value) })
  })
}

async function checkWho(context: Context, { reader, holder }: HeldWalkThrough, { text, who, dueOn }: Agreed) {
  const people = await checkPeople(context, reader, holder, [who])
  if (!people.ok) return people
  const [known = who] = people.value
  const whoId = known.person === null ? null : getId<PersonId>(known.person)
  return done({ text, dueOn, who: known, whoId })
}

/** What became of an agreement: those who lead, the case's caseworker and whoever it was agreed with may say so, at any time. */
export async function settleAgreement(
  context: Context,
  id: AgreementId,
  {
    outcome,
    note,
    seen,
  }: { readonly outcome: AgreementOutcome; readonly note: string | null; readonly seen: number },
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const held = await holdWalkThroughOf(context, tx, id, 'settle-agreement')
    if (!held.ok) return held
    const { reader, change } = held.value
    const agreement = await findAgreement(reader, id)
    if (agreement === undefined) throw new Error('an agreement is never deleted')
    if (agreement.outcomes.length !== seen) return refused('outdated-version')
    const state = agreementState({ outcome: agreement.outcomes.at(-1)?.outcome ?? null })
    const refusal = refusalOfOutcome(state, outcome, note)
    if (refusal !== null) return refused(refusal)
    const said = { n: seen + 1, outcome, note, by: context.actor.personId, at: context.now }
    return (await insertOutcome(await change(), id, said)) ? done() : refused('outdated-version')
  })
}
