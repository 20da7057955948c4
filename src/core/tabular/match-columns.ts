import type { Checked, Problem } from '../language/problem.ts'
import { columnNames, comparable, type ColumnName } from './column-names.ts'
import type { Header } from './table.ts'

export interface WantedColumns<R extends ColumnName, O extends ColumnName> {
  readonly required: readonly R[]
  readonly optional: readonly O[]
  /** Our name to theirs, for files whose names we don't know; wins over the known names. */
  readonly mapping?: ColumnMapping | undefined
}

export type ColumnMapping = Readonly<Partial<Record<ColumnName, string>>>

export interface MatchedColumns<R extends ColumnName, O extends ColumnName> {
  /** Position of each of our columns in the file's rows. */
  readonly at: Readonly<Record<R, number> & Partial<Record<O, number>>>
  /** All other named columns, in the file's order. */
  readonly others: readonly { readonly name: string; readonly at: number }[]
}

/** Finds our columns in a file's header, or says which are missing, doubled or unnamed and what was found instead. */
export function matchColumns<R extends ColumnName, O extends ColumnName = never>(
  header: Header,
  wanted: WantedColumns<R, O>,
): Checked<MatchedColumns<R, O>> {
  const { columns } = header
  if (columns.length === 1 && wanted.required.length > 1)
    return { ok: false, problems: [oneColumn(header, wanted.required)] }
  if (columns.length > mostColumns) return { ok: false, problems: [tooManyColumns(header)] }
  const problems: Problem[] = [...unnamed(header), ...doubled(header)]
  const at: Partial<Record<ColumnName, number>> = {}
  for (const name of [...wanted.required, ...wanted.optional]) {
    const mapped = wanted.mapping?.[name]
    const found = positions(columns, mapped === undefined ? [name, ...columnNames[name]] : [mapped])
    const isRequired = (wanted.required as readonly ColumnName[]).includes(name) // R is a ColumnName; `includes` wants the same type
    if (found.length > 1 && !sameName(columns, found)) problems.push(ambiguous(name, found, header))
    else if (found[0] !== undefined) at[name] = found[0]
    else if (isRequired || mapped !== undefined) problems.push(missing(name, mapped, header))
  }
  if (problems.length > 0) return { ok: false, problems }
  const taken = new Set(Object.values(at))
  const others = columns.flatMap((name, index) => (taken.has(index) ? [] : [{ name, at: index }]))
  // Every required column was found or a problem returned above.
  return { ok: true, value: { at: at as MatchedColumns<R, O>['at'], others } }
}

function positions(columns: readonly string[], names: readonly string[]): number[] {
  const accepted = new Set(names.map(comparable))
  return columns.flatMap((name, index) => (accepted.has(comparable(name)) ? [index] : []))
}

/** Two columns of one name are reported once, as doubled, and not again as ambiguous. */
function sameName(columns: readonly string[], found: readonly number[]): boolean {
  return new Set(found.map((index) => comparable(columns[index] ?? ''))).size === 1
}

function unnamed({ file, line, columns }: Header): Problem[] {
  return columns.flatMap((name, index) =>
    name !== ''
      ? []
      : [
          {
            code: 'unnamed-column',
            text: {
              da: `Kolonne ${index + 1} har intet navn. Skriv et navn i overskriften, eller slet kolonnen.`,
              en: `Column ${index + 1} has no name. Write one in the header or delete the column.`,
            },
            at: { file, line },
          },
        ],
  )
}

function doubled({ file, line, columns }: Header): Problem[] {
  const first = new Map<string, number>()
  return columns.flatMap((name, index) => {
    const key = comparable(name)
    const earlier = first.get(key)
    if (name === '' || earlier === undefined) {
      first.set(key, index)
      return []
    }
    return [
      {
        code: 'doubled-column',
        text: {
          da: `Kolonnen står to gange, som kolonne ${earlier + 1} og ${index + 1}. Slet eller omdøb den ene.`,
          en: `The column stands twice, as column ${earlier + 1} and ${index + 1}. Delete or rename one of them.`,
        },
        at: { file, line, column: name },
      },
    ]
  })
}

/** No case system has so many; told one by one, what is wrong with them would fill a book. */
const mostColumns = 1000

function tooManyColumns({ file, line, columns }: Header): Problem {
  const { length } = columns
  return {
    code: 'too-many-columns',
    text: {
      da: `Overskriften har ${length} kolonner; der kan højst være ${mostColumns}. Er skilletegnet det rigtige?`,
      en: `The header has ${length} columns; there may be at most ${mostColumns}. Is the separator the right one?`,
    },
    at: { file, line },
  }
}

/** A file of another kind, or one with another separator: that each column is missing would hide it. */
function oneColumn({ file, line, columns }: Header, required: readonly ColumnName[]): Problem {
  const [only = ''] = columns
  const found = only.length > 80 ? `${only.slice(0, 80)}...` : only
  const wanted = required.join(', ')
  if (/\.xlsx$/iu.test(file))
    return {
      code: 'one-column',
      text: {
        da: `Det første ark begynder med en række, der kun har én celle: "${found}". Kolonnenavnene skal stå øverst, mindst ${wanted}. Slet rækkerne over dem, og læg arket med tabellen først.`,
        en: `The first sheet begins with a row of only one cell: "${found}". The column names must stand at the top, at least ${wanted}. Delete the rows above them, and put the sheet with the table first.`,
      },
      at: { file, line },
    }
  return {
    code: 'one-column',
    text: {
      da: `Overskriften har kun én kolonne: "${found}". Der skal være mindst ${wanted}, adskilt med semikolon, komma eller tabulator.`,
      en: `The header has only one column: "${found}". At least ${wanted} belong there, separated by semicolons, commas or tabs.`,
    },
    at: { file, line },
  }
}

function ambiguous(name: ColumnName, found: readonly number[], { file, line, columns }: Header): Problem {
  const names = found.map((index) => `"${columns[index] ?? ''}"`)
  return {
    code: 'ambiguous-column',
    text: {
      da: `Flere kolonner kan være ${name}: ${names.join(' og ')}. Omdøb dem, der ikke er det, eller angiv den rigtige i en kolonneoversigt.`,
      en: `Several columns could be ${name}: ${names.join(' and ')}. Rename those that are not, or name the right one in a column mapping.`,
    },
    at: { file, line, column: name },
  }
}

function missing(name: ColumnName, mapped: string | undefined, { file, line, columns }: Header): Problem {
  const found = columns.slice(0, 30).join(', ')
  const accepted = mapped ?? [name, ...columnNames[name]].join(', ')
  return {
    code: 'missing-column',
    text: {
      da: `Kolonnen ${name} mangler (godtagne navne: ${accepted}). Fundet i filen: ${found}.`,
      en: `The column ${name} is missing (accepted names: ${accepted}). Found in the file: ${found}.`,
    },
    at: { file, line, column: name },
  }
}
