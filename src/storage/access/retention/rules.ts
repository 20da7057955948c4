import type { Periods } from '../../../core/access/retention/due.ts'
import type { RetentionKind } from '../../../core/access/retention/kinds.ts'
import type { PersonId } from '../../ids.ts'
import type { Reader, Writer } from '../../transaction.ts'

export interface StoredRule {
  readonly kind: string
  readonly version: number
  /** Null: kept until something else is decided. */
  readonly months: number | null
  readonly basis: string | null
  readonly confirmed: boolean
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Every version of every rule, the newest of each kind first. */
export function listRules(reader: Reader): Promise<readonly StoredRule[]> {
  return reader.db
    .selectFrom('retention_rule as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.municipality_id', '=', 'r.municipality_id').onRef('p.id', '=', 'r.decided_by'),
    )
    .select(['r.kind', 'r.version', 'r.months', 'r.basis', 'r.confirmed', 'r.reason'])
    .select(['p.name as by', 'r.decided_at as at'])
    .orderBy('r.kind')
    .orderBy('r.version', 'desc')
    .execute()
}

/** What is in force. */
export async function listPeriods(reader: Reader): Promise<Periods> {
  const newest = await reader.db
    .selectFrom('retention_rule')
    .select(['kind', 'months'])
    .distinctOn('kind')
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  return Object.fromEntries(newest.flatMap(({ kind, months }) => (months === null ? [] : [[kind, months]])))
}

export interface NewRule {
  readonly kind: RetentionKind
  readonly version: number
  readonly months: number | null
  readonly basis: string | null
  readonly confirmed: boolean
  readonly reason: string
  readonly by: PersonId
  readonly at: Date
}

/** False: somebody else has written this version meanwhile. */
export async function addRule(writer: Writer, { by, at, ...rule }: NewRule): Promise<boolean> {
  const added = await writer.db
    .insertInto('retention_rule')
    .values({ ...rule, decided_by: by, decided_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) === 1
}
