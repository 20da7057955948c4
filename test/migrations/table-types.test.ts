import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
})
afterAll(() => t.close())

/** Kind of column as far as both sides can say it. */
interface Column {
  readonly kind: string
  readonly nullable: boolean
  readonly filled: boolean
}

const folder = new URL('../../src/storage/tables/', import.meta.url)

function interfaces(): ReadonlyMap<string, ts.InterfaceDeclaration> {
  const found = new Map<string, ts.InterfaceDeclaration>()
  for (const file of readdirSync(folder)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, folder), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) found.set(node.name.text, node)
    })
  }
  return found
}

function members(declaration: ts.InterfaceDeclaration | undefined): readonly (readonly [string, string])[] {
  return (declaration?.members ?? []).flatMap((member) =>
    ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.type !== undefined
      ? [[member.name.text, member.type.getText()] as const]
      : [],
  )
}

/** How the written type of a column reads, e.g. `Default<PersonId>` or `Day | null`. */
function written(type: string): Column {
  const filled = /^(?:Default|Given)</.test(type) || type.includes('| undefined')
  const read = type.replace(/^(?:Default|Given|ColumnType)<(.*)>$/s, '$1')
  return { kind: kindOf(read), nullable: /\| null\b/.test(read), filled }
}

function kindOf(type: string): string {
  if (type.startsWith('Json<') || type.includes('JsonText')) return 'jsonb'
  const [first = ''] = type.split(/ \||,/)
  if (first.endsWith('Id')) return 'uuid'
  if (type.startsWith('Exclude<AnswerType,')) return 'text'
  const known: Record<string, string> = {
    Day: 'date',
    Date: 'timestamptz',
    number: 'number',
    boolean: 'boolean',
    string: 'text',
    'string[]': '_text',
    Role: 'text',
    Severity: 'text',
    CitizenResponse: 'text',
    'Measure[]': '_text',
    Language: 'text',
    'Language[]': '_text',
    ReleaseTemplate: 'text',
    Room: 'text',
    Register: 'text',
    AppealAge: 'text',
    AppealBasis: 'text',
    "FlowFact['kind']": 'text',
    "NonNullable<FlowFact['outcome']>": 'text',
    AnswerValue: 'text',
    Buffer: 'bytea',
    Uint8Array: 'bytea',
    // The draw's seed: written, never selected.
    never: 'bytea',
  }
  // Lists of codes that core names.
  const isCode =
    first.startsWith("'") ||
    /(?:Kind|Reason|Ground|Step|State|Outcome|Rhythm|Algorithm|Source|Doubt|Verdict|Scope)$/.test(first)
  return known[first] ?? (isCode ? 'text' : `unknown ${first}`)
}

test('the row types of the app are those of the database, table by table and column by column', async () => {
  const found = interfaces()
  const types: Record<string, Record<string, Column>> = {}
  for (const [table, type] of members(found.get('Tables')))
    types[table] = Object.fromEntries(members(found.get(type)).map(([name, text]) => [name, written(text)]))
  const { rows } = await t.superPool.query<Column & { table: string; column: string }>(`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as filled,
      case udt_name when 'int4' then 'number' when 'int8' then 'number' when 'float8' then 'number' when 'bool' then 'boolean' else udt_name end as kind
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`)
  const real: Record<string, Record<string, Column>> = {}
  for (const { table, column, kind, nullable, filled } of rows)
    (real[table] ??= {})[column] = { kind, nullable, filled }
  expect(types).toEqual(real)
})
