import type { Language } from '../../core/language/language.ts'

export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

/** First press ascending, second descending, and so on. */
export function nextSort(current: Sort | undefined, column: string): Sort {
  const ascending = current?.column !== column || current.direction === 'descending'
  return { column, direction: ascending ? 'ascending' : 'descending' }
}

/** As it stands in an address: `change`, or `-change` for descending. */
export function parseSort(text: string | undefined): Sort | undefined {
  if (text === undefined || text === '' || text === '-') return undefined
  return text.startsWith('-')
    ? { column: text.slice(1), direction: 'descending' }
    : { column: text, direction: 'ascending' }
}

export function printSort({ column, direction }: Sort): string {
  return direction === 'descending' ? `-${column}` : column
}

/** Numbers by value, words as the language sorts them (Å after Z in Danish, `U-2` before `U-10`); null last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => string | number | null,
  direction: Sort['direction'],
  language: Language,
): Row[] {
  const words = new Intl.Collator(language, { numeric: true })
  const sign = direction === 'ascending' ? 1 : -1
  return rows.toSorted((first, second) => {
    const a = sortBy(first)
    const b = sortBy(second)
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * words.compare(String(a), String(b))
  })
}
