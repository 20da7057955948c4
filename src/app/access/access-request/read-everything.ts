import type { exportEverything as exportRoute } from '../../../contract/access/access-request/access-request.ts'
import type { RouteInput } from '../../../contract/frame/route.ts'
import { headingOf } from '../../../core/access/access-request/headings.ts'
import type { Language } from '../../../core/language/language.ts'
import type { DataCell } from '../../../core/tabular/csv-text.ts'
import {
  listHeldRows,
  listNames,
  listPersonColumns,
  type HeldTable,
} from '../../../storage/access/access-request/held-rows.ts'
import { caseTables } from '../../../storage/access/retention/case-tables.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, type Result } from '../../frame/result.ts'
import { openCprVault, type PersonalKey } from '../../registry/personal-key.ts'
import { listTellable, lookTable } from '../record/export-record.ts'
import { openRecord, type OpenedRecord } from '../record/open-record.ts'

/** All that is held on a child or in a case: for people as tables, and as it stands for programs. */
export interface Everything {
  readonly tables: readonly {
    readonly title: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly DataCell[])[]
  }[]
  readonly data: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}

/** Kinds of record that the file leaves out, and why. */
export const leftOut = caseTables.flatMap(({ title, notTold }) =>
  notTold === undefined ? [] : [{ title, why: notTold }],
)

type Row = Readonly<Record<string, unknown>>

/** Hold names or initials of staff in words of their own. */
const staffInWords = new Set(['caseworker', 'participants', 'who', 'content'])

export async function readEverything(
  context: Context,
  key: PersonalKey | undefined,
  { lang, names, ...whose }: RouteInput<typeof exportRoute>['query'],
): Promise<Result<Everything>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<Everything>> => {
      const opened = await openRecord(context, tx, whose, { act: 'export-everything', detail: { names } })
      if (!opened.ok) return opened
      const { reader, cases } = opened.value
      const looks = await listTellable(reader, cases, context.today)
      if (!looks.ok) return looks
      const staff = await staffOf(reader, names === 'yes', lang)
      const held = [
        childTable(opened.value, key, context),
        ...(await listHeldRows(reader, cases)).map((table) => ({
          ...table,
          rows: table.rows.map((row) => staff(table, row)),
        })),
      ].filter(({ rows }) => rows.length > 0)
      const seen = lookTable(looks.value, lang, names === 'yes')
      return done({
        tables: [
          ...held.map((table) => tableFor(table, lang)),
          {
            title: lang === 'da' ? 'Hvem har set sagen' : 'Who has seen the case',
            columns: seen.columns.map(({ title }) => title),
            rows: seen.rows,
          },
        ],
        data: Object.fromEntries(held.map(({ table, rows }) => [table, rows])),
      })
    },
    { isolation: 'repeatable read' },
  )
}

function childTable({ children }: OpenedRecord, key: PersonalKey | undefined, context: Context): HeldTable {
  const vault = key && openCprVault(key, context.actor.municipalityId)
  return {
    table: 'child',
    title: { da: 'Barnet', en: 'The child' },
    rows: children.map(({ externalId, cprEncrypted }) => ({
      external_id: externalId,
      cpr: vault === undefined || cprEncrypted === null ? null : vault.decrypt(cprEncrypted),
    })),
  }
}

/** Replaces people of the staff by a number that is the same throughout the file, unless names were asked for. */
async function staffOf(
  reader: PersonalReader,
  named: boolean,
  language: Language,
): Promise<(table: HeldTable, row: Row) => Row> {
  const columns = await listPersonColumns(reader)
  const names = named ? await listNames(reader) : undefined
  const numbers = new Map<string, number>()
  const word = language === 'da' ? 'medarbejder' : 'employee'
  const replace = (id: string): string => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return names?.get(id) ?? `${word} ${number}`
  }
  return ({ table }, row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
        if (columns.has(`${table}.${column}`))
          return [[column, typeof value === 'string' ? replace(value) : value]]
        return staffInWords.has(column) && !named ? [] : [[column, value]]
      }),
    )
}

/** Columns that say nothing to people stay out of the table; they are in the data. */
export function tableFor({ title, rows }: HeldTable, language: Language): Everything['tables'][number] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].flatMap((column) => {
    const heading = headingOf(column, language)
    return heading === null || heading === undefined ? [] : [{ column, heading }]
  })
  return {
    title: title[language],
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ column }) => cellOf(row[column], language))),
  }
}

function cellOf(value: unknown, language: Language): DataCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') {
    if (language === 'da') return value ? 'ja' : 'nej'
    return value ? 'yes' : 'no'
  }
  return JSON.stringify(value)
}
