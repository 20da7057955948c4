import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readByteRows } from './byte-rows.ts'
import { readRows } from './table.ts'

/** Everything a file's reader is told, with the texts of the cells. */
async function toldByBytes(text: string): Promise<unknown> {
  const told: unknown[] = []
  const read = await readByteRows(Buffer.from(text), 'a.csv', {
    header: (header) => {
      told.push(header)
      return { ok: true, value: null }
    },
    row: (row) => {
      const { columns } = told[0] as { columns: readonly string[] } // The header came first.
      const cells = columns.map((_, at) => row.textOf(at))
      if (cells.some((cell) => cell !== '')) told.push([row.line, ...cells])
    },
    ragged: (problem) => told.push([problem.code, problem.at?.line]),
  })
  return [told, read]
}

async function toldByParser(text: string): Promise<unknown> {
  const told: unknown[] = []
  const read = await readRows(Buffer.from(text), 'a.csv', {
    header: (header) => {
      told.push(header)
      return { ok: true, value: null }
    },
    row: (cells, line) => told.push([line, ...cells]),
    ragged: (problem) => told.push([problem.code, problem.at?.line]),
  })
  return [told, read]
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', ' b ', 'æ', '"a"', '"a;b"', '""', '" x "', '"a""b"', '"a\nb"', 'a"b', '"a', '"a" ', ' "a"'),
  fc.string({ unit: fc.constantFrom('a', 'Å', '1', ' ', '.', '-', '='), maxLength: 3 }),
) // prettier-ignore

it('tells the rows that the general parser tells, line by line, whatever the quotation marks', async () => {
  const text = fc
    .tuple(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
    )
    .map(
      ([rows, delimiter, lineBreak, ends]) =>
        ['a;b;c'.replaceAll(';', delimiter), ...rows.map((row) => row.join(delimiter))].join(lineBreak) +
        (ends ? lineBreak : ''),
    )
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      expect(await toldByBytes(written)).toEqual(await toldByParser(written))
    }),
    { numRuns: 2000 },
  )
})
