import {
  findChild,
  listCasesOfChild,
  listChildrenOf,
  listUnitsOfCases,
  type KnownChild,
} from '../../../storage/access/record-subjects.ts'
import { findId, type ChildId } from '../../../storage/ids.ts'
import type { PersonalReader, Transaction } from '../../../storage/transaction.ts'
import { reachIn } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'

/** Whose record: that of a case, or of a child with all its cases. */
export interface Whose {
  readonly case?: string | undefined
  readonly child?: string | undefined
}

export interface OpenedRecord {
  readonly reader: PersonalReader
  readonly cases: readonly string[]
  readonly children: readonly KnownChild[]
}

/**
 * Opens a record for whoever may see all of it: that somebody looks is put on record first. A case or a child that is not there, or
 * that lies partly with a unit outside the caller's reach, is not found.
 */
export async function openRecord(
  context: Context,
  tx: Transaction,
  whose: Whose,
  { act, detail = {} }: { readonly act: string; readonly detail?: Readonly<Record<string, string>> },
): Promise<Result<OpenedRecord, 'not-found'>> {
  const child = whose.child === undefined ? undefined : findId<ChildId>(whose.child)
  const subjectId = whose.case ?? child
  const reader = await tx.recordAccess({
    act,
    subjectKind: whose.case === undefined ? 'child' : 'case',
    ...(subjectId !== undefined && { subjectId }),
    detail,
  })
  const found = await find(reader, whose.case, child)
  if (found === undefined || !(await isWithinReach(context, reader, found.cases))) return refused('not-found')
  tx.shows(found.cases)
  return done({ reader, ...found })
}

async function find(
  reader: PersonalReader,
  caseId: string | undefined,
  id: ChildId | undefined,
): Promise<Omit<OpenedRecord, 'reader'> | undefined> {
  if (caseId !== undefined) return { cases: [caseId], children: await listChildrenOf(reader, caseId) }
  const child = id === undefined ? undefined : await findChild(reader, id)
  return child && { cases: await listCasesOfChild(reader, child.id), children: [child] }
}

/** Every unit that the cases lie with; a case that no unit is known of is the whole municipality's. */
export async function isWithinReach(
  context: Context,
  reader: PersonalReader,
  cases: readonly string[],
): Promise<boolean> {
  const { municipality, units } = reachIn(context, 'access.record')
  const all = await listUnitsOfCases(reader, cases)
  if (municipality) return all.length > 0
  return all.length > 0 && all.every((unit) => unit !== null && units.includes(unit))
}
