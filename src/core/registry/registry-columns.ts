import type { Checked, Problem } from '../language/problem.ts'
import { columnNames, comparable, type ColumnName } from '../tabular/column-names.ts'
import { matchColumns, type ColumnMapping, type MatchedColumns } from '../tabular/match-columns.ts'
import type { Header } from '../tabular/table.ts'

export const requiredRegistryColumns = [
  'case_id',
  'stage',
  'unit',
  'caseworker',
  'started',
  'completed',
] as const satisfies readonly ColumnName[]
export const optionalRegistryColumns = [
  'child',
  'cpr',
  'participants',
] as const satisfies readonly ColumnName[]

export type RegistryColumn =
  (typeof requiredRegistryColumns)[number] | (typeof optionalRegistryColumns)[number]

export type RegistryMapping = Readonly<Partial<Record<RegistryColumn, string>>>

export type RegistryColumns = MatchedColumns<
  (typeof requiredRegistryColumns)[number],
  (typeof optionalRegistryColumns)[number]
>

/** What could be found of our columns, our name to theirs, for a person to complete. */
export function guessColumns(header: Header, mapping: ColumnMapping): RegistryMapping {
  const found: Partial<Record<RegistryColumn, string>> = {}
  for (const ours of [...requiredRegistryColumns, ...optionalRegistryColumns]) {
    const names = mapping[ours] === undefined ? [ours, ...columnNames[ours]] : [mapping[ours]]
    const accepted = new Set(names.map(comparable))
    const theirs = header.columns.filter((name) => accepted.has(comparable(name)))
    if (theirs.length === 1 && theirs[0] !== undefined) found[ours] = theirs[0]
  }
  return found
}

/** The columns of a file of case stages. A column that is named for CPR numbers may not pass as any other column. */
export function matchRegistryColumns(header: Header, mapping: ColumnMapping): Checked<RegistryColumns> {
  const matched = matchColumns(header, {
    required: requiredRegistryColumns,
    optional: optionalRegistryColumns,
    mapping,
  })
  if (!matched.ok) return matched
  const reserved = header.columns.filter((name) => name === '__proto__')
  if (reserved.length > 0) return { ok: false, problems: reserved.map((name) => reservedName(name, header)) }
  const { at } = matched.value
  const open = header.columns.filter(
    (name, index) => index !== at.cpr && /cpr|personn(?:umme)?r/u.test(comparable(name)),
  )
  return open.length === 0 ? matched : { ok: false, problems: open.map((name) => openCpr(name, header)) }
}

/** The one name that programs reading JSON drop or misread, so its values would be lost on the way to a page. */
function reservedName(name: string, { file, line }: Header): Problem {
  return {
    code: 'reserved-column',
    text: {
      da: 'Navnet bruges af programmer og kan ikke gemmes som en kolonne. Omdøb eller slet kolonnen.',
      en: 'The name is used by programs and cannot be stored as a column. Rename or delete the column.',
    },
    at: { file, line, column: name },
  }
}

function openCpr(name: string, { file, line }: Header): Problem {
  return {
    code: 'cpr-not-mapped',
    text: {
      da: 'Kolonnen ser ud til at rumme CPR-numre. Vælg den som kolonnen for CPR, så gemmes numrene krypteret, eller slet den fra filen.',
      en: 'The column seems to hold CPR numbers. Choose it as the CPR column, so that they are stored encrypted, or delete it from the file.',
    },
    at: { file, line, column: name },
  }
}
