import { describe, expect, it } from 'vitest'
import { noMapping, readEventMapping } from './event-mapping.ts'
import { readEvents } from './read-events.ts'

const kinds = [
  { key: 'notified', name: { da: 'Underretning modtaget', en: 'Notification received' }, aliases: ['UR'] },
  { key: 'closed', name: { da: 'Sag lukket', en: 'Case closed' }, aliases: [] },
]
const now = Date.UTC(2026, 10, 23)

interface More {
  readonly order?: 'dmy' | 'mdy'
  readonly skipRefused?: boolean
  readonly noTime?: readonly number[]
}

const reading = (text: string, { order, skipRefused = false, noTime = [] }: More = {}) =>
  readEvents(Buffer.from(text), 'events.csv', {
    kinds,
    asOf: now,
    now,
    skipRefused,
    mapping: { ...noMapping, dateOrder: order, noTime: new Set(noTime) },
  })

async function daysOf(text: string, more?: More): Promise<readonly string[]> {
  const result = await reading(text, more)
  if (!result.ok) throw new Error(result.problems.map(({ text: { en } }) => en).join('\n'))
  const { table } = result.value
  return Array.from({ length: table.cases }, (_, at) => table.eventsOf(at))
    .flat()
    .map(({ day, moment }) =>
      moment === null
        ? new Date(day * 86_400_000).toISOString().slice(0, 10)
        : new Date(moment).toISOString().slice(0, 16),
    )
}

async function problemsOf(text: string, more?: More) {
  const result = await reading(text, more)
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.line, at?.column])
}

const file = (...times: readonly string[]) =>
  `case_id;event;at\n${times.map((time) => `A;UR;${time}`).join('\n')}\n`
const repeated = (count: number, time: string) => Array.from({ length: count }, () => time)

describe('dates with a slash', () => {
  it('are never guessed: where the day and the month could change places, the order is asked for', async () => {
    expect(await problemsOf(file('03/04/2026', '05/04/2026 10:00', '07/07/2026'))).toEqual([
      ['date-order-unknown', 2, 'at'],
    ])
    // Leaving rows out would not tell which days the others are.
    expect(await problemsOf(file('03/04/2026'), { skipRefused: true })).toEqual([
      ['date-order-unknown', 2, 'at'],
    ])
  })

  it('are read as somebody says', async () => {
    const text = file('03/04/2026', '1/5/2026 10:00')
    expect(await daysOf(text, { order: 'dmy' })).toEqual(['2026-04-03', '2026-05-01T08:00'])
    expect(await daysOf(text, { order: 'mdy' })).toEqual(['2026-01-05T09:00', '2026-03-04'])
  })

  it('are read with the day first where one date of the file shows it, in another column too', async () => {
    expect(await daysOf(file('03/04/2026', '13/04/2026'))).toEqual(['2026-04-03', '2026-04-13'])
    expect(await daysOf('case_id;event;at;registered\nA;UR;03/04/2026;14/04/2026\n')).toEqual(['2026-04-03'])
  })

  it('that stand the same either way, or begin with the year, ask nothing', async () => {
    expect(await daysOf(file('04/04/2026', '2026/05/03'))).toEqual(['2026-04-04', '2026-05-03'])
  })

  it('stop the file where the month stands first in it', async () => {
    expect(await problemsOf(file('03/04/2026', '04/13/2026'))).toEqual([['date-order-contradicted', 3, 'at']])
    expect(await daysOf(file('03/04/2026', '04/13/2026'), { order: 'mdy' })).toEqual([
      '2026-03-04',
      '2026-04-13',
    ])
  })

  it('stop the file where it mixes both orders, whatever was said', async () => {
    const text = file('03/04/2026', '04/13/2026', '13/04/2026')
    for (const order of [undefined, 'dmy', 'mdy'] as const)
      expect(await problemsOf(text, order === undefined ? {} : { order })).toEqual([
        ['date-order-mixed', order === 'mdy' ? 4 : 3, 'at'],
      ])
  })
})

describe('a date of the other order', () => {
  it('is a slip of the finger, and its row alone is refused, where more than a hundred show the order', async () => {
    const sound = [...repeated(100, '13/04/2026'), '03/04/2026']
    expect(await problemsOf(file(...sound, '04/13/2026'))).toEqual([['no-such-time', 103, 'at']])
    expect(await problemsOf(file(...sound.slice(2), '04/13/2026'))).toEqual([['date-order-mixed', 101, 'at']])
  })

  it('is refused alone where no other date could be misread', async () => {
    expect(await problemsOf(file('2026-04-03', '04/13/2026'))).toEqual([['no-such-time', 3, 'at']])
  })
})

it('dates with dots and hyphens are Danish, unless the file shows otherwise', async () => {
  expect(await daysOf(file('03.04.2026', '05-04-2026'))).toEqual(['2026-04-03', '2026-04-05'])
  expect(await problemsOf(file('03-04-2026', '04-13-2026'))).toEqual([['date-order-contradicted', 3, 'at']])
})

it('limits are dates too: rules read them in our order, and an unknown order is asked for', async () => {
  const text = 'case_id;event;at;plan_due\nA;UR;2026-03-01;03/04/2026\n'
  expect(await problemsOf(text)).toEqual([['date-order-unknown', 2, 'plan_due']])
  const result = await reading(text, { order: 'mdy' })
  expect(result.ok && result.value.table.eventsOf(0)[0]?.attributes).toEqual({ plan_due: '2026-03-04' })
})

describe('a time of day in a column of its own', () => {
  const apart = (...rows: readonly string[]) =>
    `case_id;event;dato;klokkeslæt\n${rows.map((row) => `A;UR;${row}`).join('\n')}\n`

  it('belongs to the date; a blank cell is an unknown time and never midnight', async () => {
    expect(
      await daysOf(apart('31-05-2018;9.30', '01-06-2018;', '2018-06-02 00:00:00;10:15', '2018-06-03 08:00;')),
    ).toEqual(['2018-05-31T07:30', '2018-06-01', '2018-06-02T08:15', '2018-06-03T06:00'])
  })

  it('is unknown where the source writes what it writes for an unknown time', async () => {
    expect(await daysOf(apart('31-05-2018;00:00'), { noTime: [0] })).toEqual(['2018-05-31'])
  })

  it('is refused where it is none, contradicts the date’s, or no clock showed it', async () => {
    expect(
      await problemsOf(
        apart('31-05-2018;morgen', '31-05-2018 08:00;09:00', '31-05-2018T08:00Z;08:00', '25-03-2018;02:30'),
      ),
    ).toEqual([
      ['no-such-time', 2, 'klokkeslæt'],
      ['two-times', 3, 'klokkeslæt'],
      ['two-times', 4, 'klokkeslæt'],
      ['skipped-hour', 5, 'dato'],
    ])
  })
})

describe('date_order in a mapping file', () => {
  it('is one of two words', () => {
    const read = readEventMapping('date_order: mdy', 'm.yaml', [])
    expect(read.ok && read.value.dateOrder).toBe('mdy')
    const wrong = readEventMapping('date_order: american', 'm.yaml', [])
    expect(wrong.ok ? [] : wrong.problems.map(({ code, at }) => [code, at?.column])).toEqual([
      ['mapping-not-an-order', 'date_order'],
    ])
  })
})
