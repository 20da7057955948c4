import { aboutOf } from '../../../core/caseflow/registers/new-entry.ts'
import { standingOf } from '../../../core/caseflow/registers/gate-standing.ts'
import { threadsOf, type GateThread } from '../../../core/caseflow/registers/gate-threads.ts'
import { shownKinds, type SteppedRegister } from '../../../core/caseflow/registers/register.ts'
import { listCaseHolders, listGateEvents, type CaseHolder } from '../../../storage/caseflow/register-cases.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import type { Gates } from './gates-of.ts'
import { registerReachOf, type RegisterReach } from './register-reach.ts'

export interface OpenCase {
  readonly reader: PersonalReader
  readonly holder: CaseHolder
  readonly reach: RegisterReach
}

/** A case that the caller may write about; one of others is as unknown as one that is not there. */
export async function openCase(
  tx: Transaction,
  context: Context,
  caseId: string,
): Promise<Result<OpenCase, 'case-unknown'>> {
  const holder = (await listCaseHolders(tx.reader, [caseId])).get(caseId)
  const reach = await registerReachOf(tx.reader, context)
  if (holder === undefined || !reach.writes(holder)) return refused('case-unknown')
  const reader = await tx.recordAccess({ act: 'open-register-case', subjectKind: 'case', subjectId: caseId })
  return done({ reader, holder, reach })
}

interface CaseThreads {
  readonly all: readonly GateThread[]
  /** Those that have not ended. */
  readonly running: readonly GateThread[]
}

/** The plans, placements or disagreements of a case. */
export async function threadsOfCase(
  context: Context,
  reader: PersonalReader,
  caseId: string,
  register: SteppedRegister,
  { compiled }: Gates,
): Promise<CaseThreads> {
  const kinds = [...shownKinds[register], 'case-closed']
  const events = (await listGateEvents(reader, [caseId], kinds)).get(caseId) ?? []
  const all = threadsOf(register, events)
  const running = all.filter((thread) => {
    const { state } = standingOf(register, thread, events, { compiled, asOf: context.now.getTime() })
    return state !== 'ended' && state !== 'settled'
  })
  return { all, running }
}

/** What an entry is about: what it says, if there is such a one, or what there is to be about. */
export function settledAbout(
  { kind, about }: { readonly kind: string; readonly about: string | null },
  register: SteppedRegister,
  { all, running }: CaseThreads,
  fresh: string,
): Result<string, 'gate-unclear'> {
  if (about !== null)
    return all.some((thread) => thread.about === about) ? done(about) : refused('gate-unclear')
  const found = aboutOf(kind, running, fresh, register)
  return found === undefined ? refused('gate-unclear') : done(found)
}
