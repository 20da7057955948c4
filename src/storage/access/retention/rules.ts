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
  readonly byId: PersonId
  readonly at: Date
  /** Null: another person has not said yes or no yet. */
  readonly approved: boolean | null
  readonly judgedBy: string | null
}

/** Every version of every rule, the newest of each kind first. */
export function listRules(reader: Reader): Promise<readonly StoredRule[]> {
  return reader.db
    .selectFrom('retention_rule as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.municipality_id', '=', 'r.municipality_id').onRef('p.id', '=', 'r.decided_by'),
    )
    .select(['r.kind', 'r.version', 'r.months', 'r.basis', 'r.confirmed', 'r.reason'])
    .leftJoin('person as j', (join) =>
      join.onRef('j.municipality_id', '=', 'r.municipality_id').onRef('j.id', '=', 'r.approved_by'),
    )
    .select(['p.name as by', 'p.id as byId', 'r.decided_at as at', 'r.approved', 'j.name as judgedBy'])
    .orderBy('r.kind')
    .orderBy('r.version', 'desc')
    .execute()
}

/** What is in force: of each kind the newest that another person has approved. */
export async function listPeriods(reader: Reader): Promise<Periods> {
  const newest = await reader.db
    .selectFrom('retention_rule')
    .select(['kind', 'months'])
    .where('approved', '=', true)
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

export interface RuleJudged {
  readonly approved: boolean
  readonly by: PersonId
  readonly at: Date
}

/** False: it was judged meanwhile. */
export async function judgeRule(
  writer: Writer,
  { kind, version }: Pick<NewRule, 'kind' | 'version'>,
  { approved, by, at }: RuleJudged,
): Promise<boolean> {
  const judged = await writer.db
    .updateTable('retention_rule')
    .set({ approved, approved_by: by, approved_at: at })
    .where('kind', '=', kind)
    .where('version', '=', version)
    .where('approved', 'is', null)
    .executeTakeFirst()
  return Number(judged.numUpdatedRows) === 1
}
