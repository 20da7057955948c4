import type { Pool } from 'pg'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

/** What leads to a case: a table with one of these columns holds case data. */
const ofCases = ['case_id', 'case_stage_id', 'child_id', 'review_id', 'finding_id']
/** Texts that everybody may read, and those that the program writes itself. */
const ofNobody = ['municipality', 'programme_version', 'deadline_rules', 'unit', 'answered_request']
/** A sentence of somebody's; shorter ones and single words are codes as well. */
const sentence = 12

/** What an answer with case data in it holds: case numbers, ids of the rows, and the sentences written about them. */
export async function listCaseData(superPool: Pool): Promise<ReadonlySet<string>> {
  const columns = await listColumns(superPool)
  const tables = new Set(columns.filter(({ column }) => ofCases.includes(column)).map(({ table }) => table))
  const found = new Set<string>()
  for (const { table, column, type } of columns) {
    if (!tables.has(table) && table !== 'child') continue
    // A review is known by its address, which opens nothing without an entry of its own.
    const isKey = column === 'case_id' || (column === 'id' && type === 'uuid' && table !== 'review')
    if (isKey) await addValues(superPool, table, `${column}::text`, found)
    else if (type === 'text') await addValues(superPool, table, sentenceIn(column), found)
  }
  // What a case is called by that is not about it: its unit, alone or as a draw's stratum, and the questions that are
  // asked of every case.
  const { rows } = await superPool.query<{ name: string }>('select name from unit')
  for (const { name } of rows) for (const said of [name, `unit=${name}`]) found.delete(said)
  const { rows: programmes } = await superPool.query<{ text: string }>(
    'select programme_version::text as text from programme_version',
  )
  for (const value of found) if (programmes.some(({ text }) => text.includes(value))) found.delete(value)
  return found
}

/** What no log may hold: names, addresses of mail, user names, numbers of cases, and everybody's sentences. */
export async function listPersonalData(superPool: Pool): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const column of ['name', 'email']) await addValues(superPool, 'person', column, found)
  for (const { table, column, type } of await listColumns(superPool)) {
    if (type !== 'text' || ofNobody.includes(table)) continue
    const value =
      column === 'case_id' ? `case when length(case_id) >= 5 then case_id end` : sentenceIn(column)
    await addValues(superPool, table, value, found)
  }
  return found
}

async function listColumns(superPool: Pool): Promise<readonly Column[]> {
  const { rows } = await superPool.query<Column>(
    `select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`,
  )
  return rows
}

function sentenceIn(column: string): string {
  return `case when length("${column}") >= ${sentence} and "${column}" like '% %' then "${column}" end`
}

async function addValues(superPool: Pool, table: string, value: string, to: Set<string>): Promise<void> {
  const { rows } = await superPool.query<{ value: string }>(
    `select distinct ${value} as value from "${table}" where ${value} is not null`,
  )
  for (const row of rows) to.add(row.value)
}

/** Each table's rows as one number, so that two answers are alike only when all rows are. */
export async function digestTables(superPool: Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await superPool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'sealed') and table_type = 'BASE TABLE' order by 1`,
  )
  const digests = new Map<string, string>()
  for (const { name } of rows) {
    // When a session was last used is no case data, and is written before anything is decided.
    const row = name === 'sealed.session' ? `to_jsonb(t) - 'last_seen_at' - 'expires_at'` : 't'
    const { rows: sums } = await superPool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended((${row})::text, 0)), 0) as sum from ${name} t`,
    )
    digests.set(name, sums[0]?.sum ?? '')
  }
  return digests
}
