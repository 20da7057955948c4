import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { MunicipalityId } from '../../../src/storage/ids.ts'
import { getId } from '../../../src/storage/ids.ts'

/** What every text that a person reads begins with in the twin, so that a leak can be seen. */
const foreignMark = 'Fremmed '
/** What every id of the twin begins with. */
const foreignStart = 'ffffff'
const foreign = /ffffff[0-9a-f]{2}-[0-9a-f]{4}-4|Fremmed |FDEMO-|\b21[2-9]\dq[1-4]\b/

/** Something of the twin in a text, but for what the caller sent. */
export function findForeign(text: string, sent: readonly string[]): string | undefined {
  const rest = sent.filter((part) => part !== '').reduce((left, part) => left.replaceAll(part, ''), text)
  const at = foreign.exec(rest)?.index
  return at === undefined ? undefined : rest.slice(Math.max(0, at - 60), at + 60)
}

/** Texts that name something, and so get the mark; `case_id` and the like are numbers in their places' form. */
const marked = new Set([
  'child.external_id',
  'municipality.name',
  'person.name',
  'unit.name',
  'case_event.unit',
  'case_deadline.unit',
  'case_flow.unit',
  'action_plan.title',
  'calibration.name',
  'learning_visit.place',
  'four_box.title',
])
const caseNumbers = new Set(['case_id', 'shown_case_id', 'event_key', 'about'])

/** The id that something has in the twin. */
export function twinOf(id: string): string {
  const digest = createHash('md5').update(`twin ${id}`).digest('hex')
  // As a random UUID is written (RFC 9562, 5.4), but with a beginning that can be told.
  const hex = `${foreignStart}${digest.slice(6, 12)}4${digest.slice(13, 16)}8${digest.slice(17)}`
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The number that a case has in the twin. */
export function twinCase(caseId: string): string {
  return `F${caseId}`
}

/** The year's quarter that a round of the twin is named by, which no round of the first municipality has. */
export function twinRound(key: string): string {
  return `21${key.slice(2)}`
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/**
 * Copies everything a municipality has into a new one beside it: the same rows with other ids. Each thing of the first has
 * then its like in the other, and whatever shows more than one of both has leaked.
 */
export async function makeForeignTwin(superPool: Pool, of: string): Promise<MunicipalityId> {
  const twin = twinOf(of)
  const client = await superPool.connect()
  try {
    await client.query('begin')
    // Copied rows have passed all rules already; triggers would number and stamp them anew.
    await client.query('set local session_replication_role = replica')
    const columns = await listColumns(client)
    for (const [table, all] of Map.groupBy(columns, (column) => column.table)) {
      const names = all.map(({ name }) => `"${name}"`).join(', ')
      const values = all.map((column) => valueOf(column)).join(', ')
      await client.query(
        `insert into ${table} (${names}) overriding system value select ${values} from ${table} where municipality_id = '${of}'`,
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return getId<MunicipalityId>(twin)
}

async function listColumns(client: PoolClient): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and c.relname not in ('access_entry', 'change_entry', 'log_seal', 'log_head')
    order by c.relname, a.attnum`)
  return rows
}

/** `twinOf` in SQL. */
function idOf(column: string): string {
  return `('${foreignStart}' || substr(overlay(overlay(md5('twin ' || ${column}) placing '4' from 13) placing '8' from 17), 7))::uuid`
}

function valueOf({ table, name, type }: Column): string {
  const column = `"${name}"`
  if (type === 'uuid') return idOf(column)
  if (name === 'demo') return 'false'
  if (marked.has(`${table}.${name}`)) return `'${foreignMark}' || ${column}`
  if (type === 'text' && caseNumbers.has(name)) return `'F' || ${column}`
  if (table === 'round' && name === 'key') return `'21' || substr(${column}, 3)`
  if (name === 'subject_id')
    return `case when ${column} ~ '^[0-9a-f-]{36}$' then ${idOf(column)}::text else ${column} end`
  return column
}
