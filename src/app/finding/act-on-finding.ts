import { afterFindingAct, type FindingAct } from '../../core/finding/finding-act.ts'
import type { Finding } from '../../core/finding/finding.ts'
import { refusalOfFinding, type FindingRefusal } from '../../core/finding/finding-refusal.ts'
import type { FindingActInput } from '../../contract/finding/finding-acts.ts'
import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { saveFindingActs } from '../../storage/finding/finding-act.ts'
import { findFinding, saveFinding, type FindingHead } from '../../storage/finding/finding.ts'
import { getId, type FindingId, type PersonId } from '../../storage/ids.ts'
import type { Transaction, Writer } from '../../storage/transaction.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { findingSituationOf } from './finding-situation.ts'
import { viewerOf } from './finding-viewer.ts'
import { listResponsible } from './responsible-people.ts'
import { tellOfAct } from './tell-of-act.ts'

export interface SeenFinding {
  readonly id: FindingId
  readonly version: number
}

/** One act on one finding: judged, put on record, carried out, told, all or nothing. */
export async function actOnFinding(
  context: Context,
  { id, version }: SeenFinding,
  input: FindingActInput,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx) => {
    const { personId: person } = context.actor
    const { today } = context
    const viewer = await viewerOf(tx.reader, { ...context, person })
    // Held at once: what is judged is what is changed.
    const head = await findFinding(tx.reader, id, viewer, { hold: true })
    if (head === undefined) return refused('not-found')
    const act = toAct(input)
    const refusal = refusalOfFinding<PersonId>(act, findingSituationOf(context, head))
    // Somebody else was quicker: what is refused of what stands now is the better answer where it is not simply old.
    if (head.version !== version) return refused('outdated-version')
    if (refusal !== null) return refused(refusal)
    const unfit = await refusalOfResponsible(tx, head, act, today)
    if (unfit !== null) return refused(unfit)
    const subject = { subjectKind: 'finding', subjectId: id, detail: { act: act.act } } as const
    await tx.recordAccess({ act: 'change-finding', ...subject })
    const writer = await tx.recordChange({ room: 'finding', act: 'change-finding', ...subject })
    await save(context, writer, head, act, input.text)
    return done()
  })
}

export interface ActedOn {
  readonly id: FindingId
  readonly refusal: RefusalCode | null
}

/** The same act on many, each judged by itself. One that is named twice is acted on once. */
export async function actOnFindings(
  context: Context,
  findings: readonly SeenFinding[],
  input: FindingActInput,
): Promise<Result<readonly ActedOn[]>> {
  const wanted = new Map(findings.map((each) => [each.id, each]))
  const refusals = new Map<FindingId, RefusalCode | null>()
  // In the order of the key, so that two who act on the same ones never wait for each other crosswise.
  for (const each of [...wanted.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const result = await actOnFinding(context, each, input)
    refusals.set(each.id, result.ok ? null : result.refusal)
  }
  return done([...wanted.keys()].map((id) => ({ id, refusal: refusals.get(id) ?? null })))
}

/** What was asked for, as the core knows it; the words go on record beside it. */
function toAct(input: FindingActInput): FindingAct<PersonId> {
  switch (input.act) {
    case 'plan': {
      const { act, measures, due } = input
      return { act, measures, due, responsible: getId<PersonId>(input.responsible) }
    }
    case 'put-off':
      return { act: input.act, due: input.due }
    case 'contact':
      return { act: input.act, on: input.on, response: input.response }
    case 'carry-out':
      return { act: input.act, on: input.on, journalisedOn: input.journalisedOn }
    case 'propose':
      return { act: input.act, ground: input.ground }
    case 'assess':
      return { act: input.act, severity: input.severity }
    case 'verify':
    case 'send-back':
    case 'approve':
    case 'refuse':
    case 'reopen':
      return { act: input.act }
  }
  return input satisfies never
}

async function refusalOfResponsible(
  { reader }: Transaction,
  head: FindingHead,
  act: FindingAct<PersonId>,
  today: string,
): Promise<FindingRefusal | 'finding-responsible' | null> {
  if (act.act !== 'plan') return null
  const people = await listResponsible(reader, head, today)
  return people.some(({ id }) => id === act.responsible) ? null : 'finding-responsible'
}

async function save(
  context: Context,
  writer: Writer,
  head: FindingHead,
  act: FindingAct<PersonId>,
  text: string | null,
): Promise<void> {
  const { personId: person } = context.actor
  const course: Finding<PersonId> | null = afterFindingAct(head.course, act, person)
  if (course === null) throw new Error(`${act.act} was allowed and cannot be done`)
  const run = act.act === 'reopen' ? head.run + 1 : head.run
  const { act: kind, ...said } = act
  // Before the row: the database lets nothing close that is not on record.
  await saveFindingActs(writer, [{ finding: head.id, run, at: context.now, kind, person, text, ...said }])
  const severity = act.act === 'assess' ? { severity: { to: act.severity, by: person } } : {}
  await saveFinding(writer, head.id, { run, course, ...severity })
  await tellOfAct(writer, { before: head, course, act: kind, by: person, version: head.version + 1 }, context)
}
