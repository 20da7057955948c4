import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readTable, type Table } from './table.ts'

async function read(content: string | Uint8Array, file = 'frame.csv'): Promise<Table> {
  const table = await readTable(typeof content === 'string' ? Buffer.from(content) : content, file)
  if (!table.ok) throw new Error(JSON.stringify(table.problems))
  return table.value
}

async function problemsOf(content: string | Uint8Array, file = 'frame.csv'): Promise<string[]> {
  const table = await readTable(typeof content === 'string' ? Buffer.from(content) : content, file)
  if (table.ok) throw new Error('expected problems')
  return table.problems.map(({ code, at }) => `${at?.file}:${at?.line ?? ''}:${code}`)
}

const cellsOf = (table: Table): (readonly string[])[] => table.rows.map(({ cells }) => cells)

describe('a text file', () => {
  it.each([
    [';', 'case_id;unit\nA;Nord, øst\n'],
    [',', 'case_id,unit\nA,"Nord, øst"\n'],
    ['tab', 'case_id\tunit\nA\tNord, øst\n'],
  ])('is read with the separator %s, taken from the header', async (_, content) => {
    expect(cellsOf(await read(content))).toEqual([['A', 'Nord, øst']])
  })

  it('is read with the separator that Excel declares in a first line of its own', async () => {
    const table = await read('sep=,\r\na,b;c\r\n1,2\r\n')
    expect(table).toMatchObject({ line: 2, columns: ['a', 'b;c'], rows: [{ line: 3, cells: ['1', '2'] }] })
  })

  it.each([
    ['a title', 'Udtræk af sager, maj 2026\n\ncase_id;unit;at\nA;Nord;x\nB;Syd;y\n', 3],
    ['a title and a period', 'Udtræk\nPeriode;maj\n\ncase_id;unit;at;child\nA;Nord;x;1\n', 4],
    ['titles as Excel pads them', 'Udtræk;;;\r\n;;;\r\nMaj;;;\r\ncase_id;unit;at;x\r\nA;Nord;1;2\r\n', 4],
    ['a title in quotes over two lines', '"Udtræk\naf sager"\ncase_id,unit,at\nA,Nord,1\n', 3],
  ])('is read from its column names below %s, with its own line numbers', async (_, content, line) => {
    const table = await read(content)
    expect([table.columns.slice(0, 3), table.line]).toEqual([['case_id', 'unit', 'at'], line])
    expect(table.rows[0]).toMatchObject({
      line: line + 1,
      cells: ['A', 'Nord', expect.any(String), ...table.columns.slice(3).map(() => expect.any(String))],
    })
  })

  it('whose rows are of another length than its first keeps that one as its column names', async () => {
    expect((await read('case_id;unit\nA;Nord\n')).columns).toEqual(['case_id', 'unit'])
    expect(await problemsOf('case_id;unit;at\nA;Nord;x;y\nB;Nord;x;y;z\n')).toEqual([
      'frame.csv:2:ragged-row',
      'frame.csv:3:ragged-row',
    ])
    expect((await read('case_id;note;at\nA;x, y, z, w;1\nB;x, y, z, w;1\n')).columns).toEqual([
      'case_id',
      'note',
      'at',
    ])
  })

  const danish = 'sag;enhed\r\nÆ1;Blåbærgrød\r\n'
  it.each([
    ['UTF-8', Buffer.from(danish)],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${danish}`)],
    ['Windows-1252', Buffer.from(danish, 'latin1')],
    ['UTF-16 little endian', Buffer.from(`\ufeff${danish}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${danish}`, 'utf16le').swap16()],
    ['decomposed letters', Buffer.from(danish.normalize('NFD'))],
  ])('in %s gives the same cells', async (_, bytes) => {
    expect(cellsOf(await read(bytes))).toEqual([['Æ1', 'Blåbærgrød']])
    expect((await read(bytes)).columns).toEqual(['sag', 'enhed'])
  })

  it('keeps the euro sign of Windows-1252, which Latin-1 lacks', async () => {
    expect(cellsOf(await read(Buffer.from([0x61, 0x0a, 0x80])))).toEqual([['€']])
  })

  it('cut in the middle of a UTF-8 letter is refused instead of turned into other letters', async () => {
    const bytes = Buffer.from('sag;enhed\nA;Børnehøj\nB;Nørå')
    expect(await problemsOf(bytes.subarray(0, -1))).toEqual(['frame.csv:3:damaged-utf8'])
  })

  it.each(['\r\n', '\n', '\r'])('keeps line numbers right with %j within quotes', async (newline) => {
    const content = ['a;b', '"x', 'y";1', '', '2;"p', '', 'q"', '3;4', ''].join(newline)
    const { rows } = await read(content)
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 8])
  })

  it('may mix line ends', async () => {
    expect(cellsOf(await read('a;b\n1;2\r\n3;4\n'))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('gives back any cells that were written with quotes, each on its line', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ø', '"', ';', ',', '\n', '\r\n', ' ') })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const written = [['x', 'y'], ...rows].map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'),
        )
        const table = await read(`${written.join('\n')}\n`)
        let line = 1
        const expected = [['x', 'y'], ...rows].flatMap((row, index) => {
          const at = line
          line += written[index]?.split('\n').length ?? 0
          const cells = row.map((text) => text.trim())
          return index === 0 || cells.every((text) => text === '') ? [] : [{ line: at, cells }]
        })
        expect(table.rows).toEqual(expected)
      }),
    )
  })

  it('with only a header has no rows', async () => {
    expect(await read('a;b')).toMatchObject({ columns: ['a', 'b'], rows: [] })
  })

  it('may end rows with blank cells that spreadsheets leave', async () => {
    expect(await read('a;b;;\n1;2;;\n')).toMatchObject({ columns: ['a', 'b'], rows: [{ cells: ['1', '2'] }] })
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['is empty', '', 'frame.csv::empty-file'],
    ['has blank lines only', '\n\n', 'frame.csv::empty-file'],
    ['has a row that is too short', 'a;b\n1;2\n3\n', 'frame.csv:3:ragged-row'],
    ['has a row that is too long', 'a;b\n1;2;3\n', 'frame.csv:2:ragged-row'],
    ['has a quote that is never closed', 'a;b\n1;2\n3;"x\n4;5\n', 'frame.csv:3:quote-not-closed'],
    ['has a quote inside a cell', 'a;b\n1;5" rør\n', 'frame.csv:2:stray-quote'],
    ['has NUL bytes', 'a;b\n1;\u00002\n', 'frame.csv::not-text'],
    ['is a workbook called CSV', 'PK\u0003\u0004rest', 'frame.csv::workbook-not-text'],
  ])('because it %s is refused with its place', async (_, content, expected) => {
    expect(await problemsOf(content)).toEqual([expected])
  })

  it('in the old Excel format is refused, whatever its name', async () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)
    expect(await problemsOf(bytes, 'a.xls')).toEqual(['a.xls::old-excel'])
    expect(await problemsOf(bytes, 'a.xlsx')).toEqual(['a.xlsx::old-excel'])
  })

  it('locked with a password is refused as that, not as an old one', async () => {
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(1020), ...name)
    expect(await problemsOf(bytes, 'a.xlsx')).toEqual(['a.xlsx::workbook-locked'])
  })

  it('as a broken workbook is refused', async () => {
    expect(await problemsOf('PK\u0003\u0004rest', 'a.xlsx')).toEqual(['a.xlsx::workbook-unreadable'])
    expect(await problemsOf('case_id\n1\n', 'a.xlsx')).toEqual(['a.xlsx::workbook-unreadable'])
  })

  it('with very many faulty rows shows the first fifty and counts the rest', async () => {
    const problems = await problemsOf(`a;b\n${'1\n'.repeat(1000)}`)
    expect(problems).toHaveLength(51)
    expect(problems.at(-1)).toBe('frame.csv::more-problems')
  })
})

describe('a workbook', () => {
  it('gives the rows that the same sheet saved as CSV gives', async () => {
    const sheet = [
      [{ value: 'case_id' }, { value: 'completed' }, { value: 'at' }, { value: 'weight' }, { value: 'ok' }],
      [],
      [
        { value: 101_010_123 },
        { value: new Date(Date.UTC(2025, 1, 3)), format: 'dd-mm-yyyy' },
        { value: new Date(Date.UTC(2025, 1, 3, 10, 30)), format: 'dd-mm-yyyy hh:mm' },
        { value: 12.5 },
        { value: true },
      ],
    ]
    const bytes = await writeXlsxFile(sheet).toBuffer()
    expect(await read(bytes, 'frame.xlsx')).toEqual({
      file: 'frame.xlsx',
      line: 1,
      columns: ['case_id', 'completed', 'at', 'weight', 'ok'],
      rows: [{ line: 3, cells: ['101010123', '2025-02-03', '2025-02-03T10:30:00', '12.5', 'true'] }],
    })
  })

  const named = (sheet: string, rows: readonly (readonly string[])[]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => ({ value }))),
  })
  const january = named('Januar', [
    ['Sagsnr', 'Hændelse', 'Dato'],
    ['S-1', 'UR', '2025-01-03'],
  ])

  it('with the same columns in another sheet is refused, so that no rows go unread', async () => {
    const february = named('Februar', [
      ['sagsnr', 'HÆNDELSE', 'Tid'],
      ['S-2', 'UR', '2025-02-03'],
    ])
    const bytes = await writeXlsxFile([january, february]).toBuffer()
    const table = await readTable(bytes, 'a.xlsx')
    expect(
      table.ok ? [] : table.problems.map(({ code, text }) => [code, text.en.includes('"Februar"')]),
    ).toEqual([['several-sheets', true]])
  })

  const counted = (sheet: string, ...values: readonly (number | null)[]) => ({
    sheet,
    data: [['Sagsnr', 'Timer'], ...values.map((value) => ['æ', value])].map((row) =>
      row.map((value) => (value === null ? null : { value })),
    ),
  })
  /** Each cell that holds 99.5 shows an error instead, as a spreadsheet writes it. */
  async function withErrors(...sheets: readonly ReturnType<typeof counted>[]): Promise<Buffer> {
    const parts = unzipSync(await writeXlsxFile([...sheets]).toBuffer())
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith('xl/worksheets/sheet')) {
        const cell = /<c (r="[A-Z]+\d+")[^>]*><v>99\.5<\/v><\/c>/gu
        parts[name] = strToU8(strFromU8(part).replaceAll(cell, '<c $1 t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
      }
    return Buffer.from(zipSync(parts))
  }

  it('whose cells show errors is refused with every one of them, and never read as if they were blank', async () => {
    const bytes = await withErrors(counted('Sager', 1, 99.5, null, 99.5))
    expect(await problemsOf(bytes, 'a.xlsx')).toEqual(['a.xlsx:3:cell-in-error', 'a.xlsx:5:cell-in-error'])
    const table = await readTable(bytes, 'a.xlsx')
    const [problem] = table.ok ? [] : table.problems
    expect(problem).toMatchObject({ text: { da: expect.stringContaining('#DIV/0!') }, at: { column: 'B' } })
  })

  it('with errors in a sheet that is not read is read', async () => {
    const other = { sheet: 'Andet', data: [[{ value: 'x' }, { value: 99.5 }]] }
    const bytes = await withErrors(counted('Sager', 1, null), other)
    expect((await read(bytes, 'a.xlsx')).rows).toHaveLength(2)
  })

  it('with a sheet of another kind beside the first is read', async () => {
    const guide = named('Vejledning', [
      ['Sagsnr', 'Enhedens navn'],
      ['Sagens nummer i fagsystemet', ''],
    ])
    const bytes = await writeXlsxFile([january, named('Tom', []), guide]).toBuffer()
    expect((await read(bytes, 'a.xlsx')).rows).toHaveLength(1)
  })
})
