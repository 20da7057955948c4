import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumberOf } from '../calendar/day-number.ts'
import { dayOf, momentsOf } from '../calendar/danish-time.ts'
import { dateOrders, parseWrittenTime, type DateOrder } from '../tabular/written-date.ts'
import type { EventMapping } from './event-mapping.ts'
import { noMapping } from './event-mapping.ts'
import { readEvents, type EventOptions, type ReadEvents } from './read-events.ts'

const kinds = [
  { key: 'notified', name: { da: 'Underretning modtaget', en: 'Notification received' }, aliases: ['UR'] },
  { key: 'assessed', name: { da: 'Vurdering journaliseret', en: 'Assessment filed' }, aliases: [] },
]
const options: EventOptions = {
  kinds,
  asOf: Date.UTC(2024, 11, 31, 22, 59),
  now: Date.UTC(2026, 10, 22),
}

const reading = (text: string, more: Partial<EventOptions> = {}) =>
  readEvents(Buffer.from(text), 'events.csv', { ...options, ...more })

async function read(text: string, more: Partial<EventOptions> = {}): Promise<ReadEvents> {
  const result = await reading(text, more)
  if (!result.ok) throw new Error(result.problems.map(({ text: { en } }) => en).join('\n'))
  return result.value
}

/** Code, line and column of every problem. */
async function problemsOf(text: string, more: Partial<EventOptions> = {}) {
  const result = await reading(text, more)
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.line, at?.column])
}

const eventsOf = ({ table }: ReadEvents) =>
  Array.from({ length: table.cases }, (_, at) =>
    table.eventsOf(at).map(({ kind, day, moment }) => ({
      caseId: table.caseId(at),
      kind,
      day: new Date(day * 86_400_000).toISOString().slice(0, 10),
      moment: moment === null ? null : new Date(moment).toISOString(),
    })),
  ).flat()
const timesOf = async (...times: string[]) =>
  eventsOf(await read(`case_id;event;at\n${times.map((time) => `A;UR;${time}`).join('\n')}\n`))

/** Day and moment by way of the text and the calendar. */
function expectedOf(written: string, order: DateOrder): readonly [number, number | null] | undefined {
  const parsed = parseWrittenTime(written, order)
  if (parsed === undefined) return undefined
  const { day, time, offset } = parsed
  if (time === undefined) return [dayNumberOf(day), null]
  const shown = time.slice(0, 12)
  if (offset !== undefined) {
    const moment = Date.parse(`${day}T${shown}${offset}`)
    return [dayOf(moment), moment]
  }
  const moments = momentsOf(dayNumberOf(day), Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)))
  const inMinute = Date.parse(`1970-01-01T00:00:${shown.slice(6)}Z`)
  if (moments.length === 0) return undefined
  return [dayNumberOf(day), moments.length === 2 ? null : (moments[0] ?? 0) + inMinute]
}

describe('reading events', () => {
  it('finds columns and kinds by their Danish and English names, whatever the capitals', async () => {
    const found = await read(
      'Sagsnr,Hændelse,Tidspunkt,Enhed,Sagsbehandler,Barn\r\nA,UNDERRETNING modtaget,2018-05-31T09:30,Øst,C1,B1\r\nA,assessed,2018-06-01,Øst,C1,B1\r\n',
    )
    expect(found.table.eventsOf(0)).toEqual([
      {
        kind: 'notified',
        day: 17_682,
        moment: Date.UTC(2018, 4, 31, 7, 30),
        unit: 'Øst',
        caseworker: 'C1',
        child: 'B1',
        attributes: {},
      },
      expect.objectContaining({ kind: 'assessed', day: 17_683, moment: null }),
    ])
  })

  it('reads ISO and Danish times, with the offset of Danish clocks where none is written', async () => {
    expect(
      await timesOf(
        '2018-01-31 09:30',
        '01-07-2018 kl. 9.30',
        '2.7.2018',
        '2018-07-03T23:30:15.250Z',
        '2018-07-04 09:30:00+0530',
        '2018-07-05T08:00:00.123456+02:00',
      ),
    ).toEqual([
      { caseId: 'A', kind: 'notified', day: '2018-01-31', moment: '2018-01-31T08:30:00.000Z' },
      { caseId: 'A', kind: 'notified', day: '2018-07-01', moment: '2018-07-01T07:30:00.000Z' },
      { caseId: 'A', kind: 'notified', day: '2018-07-02', moment: null },
      { caseId: 'A', kind: 'notified', day: '2018-07-04', moment: '2018-07-03T23:30:15.250Z' },
      { caseId: 'A', kind: 'notified', day: '2018-07-04', moment: '2018-07-04T04:00:00.000Z' },
      { caseId: 'A', kind: 'notified', day: '2018-07-05', moment: '2018-07-05T06:00:00.123Z' },
    ])
  })

  it('gives a time of the doubled hour no moment unless its offset says which, and counts it', async () => {
    const found = await read(
      'case_id;event;at\nA;UR;2018-10-28 02:30\nA;UR;2018-10-28T02:30+01:00\nA;UR;2018-10-28T03:00\n',
    )
    expect(eventsOf(found).map(({ moment }) => moment)).toEqual([
      null,
      '2018-10-28T01:30:00.000Z',
      '2018-10-28T02:00:00.000Z',
    ])
    expect(found.doubledHours).toBe(1)
  })

  it('refuses the hour that clocks skip, days that do not exist and years of two digits', async () => {
    const times = [
      '2018-03-25 02:30',
      '2019-02-29',
      '31-04-2018',
      '31-05-18',
      '2018-05-31 24:10',
      'i går',
      '1018-05-31',
    ]
    expect(await problemsOf(`case_id;event;at\n${times.map((time) => `A;UR;${time}`).join('\n')}\n`)).toEqual(
      [['skipped-hour', 2, 'at'], ...times.slice(1).map((_, index) => ['no-such-time', index + 3, 'at'])],
    )
  })

  it('says what Excel’s number for a day is', async () => {
    expect(await problemsOf('case_id;event;at\nA;UR;43101\n')).toEqual([['excel-day-number', 2, 'at']])
  })

  it('tells unknown kinds once each, with their rows and the kind they may stand for', async () => {
    const result = await reading(
      'case_id;event;at\nA;Undereting modtaget;x\nB;Undereting modtaget;y\nB;Kaffe;2018-01-01\n',
    )
    expect(result.ok ? [] : result.problems.map(({ text, at }) => [at?.line, text.en])).toEqual([
      [2, expect.stringMatching(/"Undereting modtaget" \(2 rows, .*Did you mean "Underretning modtaget"/u)],
      [4, expect.not.stringContaining('Did you mean')],
    ])
  })

  it('leaves out what the mapping leaves out, and what came after the day judged on, with counts', async () => {
    const mapping: EventMapping = { ...noMapping, leftOut: new Set(['kaffe']) }
    const text = 'case_id;event;at\nA;Kaffe;2018-01-01\nA;UR;2018-01-01\nA;UR;2025-01-01\nA;Kaffe;nonsense\n'
    const found = await read(text, { mapping })
    expect(found.leftOut).toEqual([
      { reason: 'not-asked-about', event: 'Kaffe', count: 2, line: 2 },
      { reason: 'after-as-of', event: 'UR', count: 1, line: 4 },
    ])
    expect(found.table.events).toBe(1)
  })

  it('leaves out every unknown kind by name where the mapping says so', async () => {
    const found = await read('case_id;event;at\nA;Kaffe;2018-01-01\nA;Te;2018-01-01\nA;UR;2018-01-01\n', {
      mapping: { ...noMapping, leftOut: 'others' },
    })
    expect(found.leftOut.map(({ event }) => event)).toEqual(['Kaffe', 'Te'])
  })

  it('refuses what lies in the future or before the child was born', async () => {
    expect(
      await problemsOf(
        'case_id;event;at;born;cpr\nA;UR;2030-01-01;;\nA;UR;2016-12-31;2017-01-01;\nA;UR;2017-01-01;2017-01-01;\nA;UR;2016-12-31;;0101174000\n',
      ),
    ).toEqual([
      ['in-the-future', 2, 'at'],
      ['before-birth', 3, 'at'],
      ['before-birth', 5, 'at'],
    ])
  })

  it('counts a row that stands twice once, but two notifications of one day twice', async () => {
    const found = await read(
      'case_id;event;at;caseworker;note\nA;UR;2018-01-01;C1;x\nA;UR;2018-01-01;C1;y\nA;UR;2018-01-01;C1;x\nB;UR;2018-01-01;C1;x\n',
    )
    expect(eventsOf(found).map(({ caseId }) => caseId)).toEqual(['A', 'A', 'B'])
    expect(found.leftOut).toEqual([{ reason: 'same-row', event: '', count: 1, line: 4 }])
  })

  it('lets the newest registration of an event count, in whatever order the rows stand', async () => {
    const rows = [
      'A;UR;2018-01-03;7;2018-02-02 10:00',
      'A;UR;2018-01-01;7;2018-02-01',
      'A;UR;2018-01-02;7;2018-02-02 09:00',
    ]
    for (const order of [rows, rows.toReversed()]) {
      const found = await read(`case_id;event;at;event_id;registered\n${order.join('\n')}\n`)
      expect(eventsOf(found).map(({ day }) => day)).toEqual(['2018-01-03'])
      expect(found.leftOut).toMatchObject([{ reason: 'replaced', count: 2 }])
      expect(found.table.eventsOf(0)[0]?.attributes).toEqual({ event_id: '7' })
    }
  })

  it('refuses corrections of which nothing says which is newer, and believes neither when told to go on', async () => {
    const text = 'case_id;event;at;event_id\nA;UR;2018-01-03;7\nB;UR;2018-01-05;7\nA;UR;2018-01-01;7\n'
    expect(await problemsOf(text)).toEqual([
      ['contradictory-correction', 4, undefined],
      ['contradictory-correction', 2, undefined],
    ])
    const found = await read(text, { skipRefused: true })
    expect(eventsOf(found).map(({ caseId }) => caseId)).toEqual(['B'])
    // Both rows that do not count are counted.
    expect(found.leftOut.map(({ count }) => count)).toEqual([2])
  })

  it('goes on without wrong rows only when told to, and says what is wrong with them', async () => {
    const text =
      'case_id;event;at\n;UR;2018-01-01\nA;;2018-01-01\nA;UR;\nA;UR\nA;Kaffe;2018-01-01\nA;UR;2018-01-02\n'
    expect(await problemsOf(text)).toEqual([
      ['unknown-event', 6, 'event'],
      ['blank-cell', 2, 'case_id'],
      ['blank-cell', 3, 'event'],
      ['blank-cell', 4, 'at'],
      ['ragged-row', 5, undefined],
    ])
    const found = await read(text, { skipRefused: true })
    expect(eventsOf(found)).toHaveLength(1)
    expect(found.leftOut).toEqual([
      { reason: 'refused', event: 'Kaffe', count: 1, line: 6 },
      { reason: 'refused', event: '', problem: 'blank-cell', count: 3, line: 2 },
      { reason: 'refused', event: '', problem: 'ragged-row', count: 1, line: 5 },
    ])
    expect(found.refused).toHaveLength(5)
  })

  it('reads the same from text with quotation marks, Windows-1252 and CR LF as from plain text', async () => {
    const plain = 'case_id;event;at;unit\nA;UR;2018-01-01 10:00;Øst\n\nB;assessed;2018-01-02;Øst\n'
    const expected = eventsOf(await read(plain))
    const quoted = plain.replaceAll('Øst', '"Ø""s""t; 2"')
    const found = await read(quoted)
    expect(eventsOf(found)).toEqual(expected)
    expect(found.table.eventsOf(0)[0]?.unit).toBe('Ø"s"t; 2')
    const windows = await readEvents(
      Buffer.from(plain.replaceAll('\n', '\r\n'), 'latin1'),
      'events.csv',
      options,
    )
    expect(windows.ok ? eventsOf(windows.value) : windows).toEqual(expected)
    expect(windows.ok ? windows.value.table.eventsOf(0)[0]?.unit : '').toBe('Øst')
  })

  it('reads from its bytes what parsing the text of a time gives', async () => {
    const part = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'))
    const time = fc
      .record({
        year: fc.integer({ min: 1849, max: 2024 }).map((year) => String(year).padStart(4, '0')),
        month: part(0, 13),
        date: part(0, 32),
        danish: fc.constantFrom('', '-', '/', '.'),
        between: fc.constantFrom(' ', 'T', ' kl. '),
        hour: part(0, 24),
        minute: part(0, 60),
        rest: fc.constantFrom('', ':30', ':59.999', ':07.1', ':60', ':5', '.30'),
        offset: fc.constantFrom('', 'Z', '+02:00', '-11:30', '+0530', '+2'),
        isDay: fc.boolean(),
      })
      .map(({ year, month, date, danish, between, hour, minute, rest, offset, isDay }) => {
        const day = danish === '' ? `${year}-${month}-${date}` : [date, month, year].join(danish)
        return isDay ? day : `${day}${between}${hour}:${minute}${rest}${offset}`
      })
    await fc.assert(
      fc.asyncProperty(time, fc.constantFrom(...dateOrders), async (written, dateOrder) => {
        const mapping = { ...noMapping, dateOrder }
        const result = await reading(`case_id;event;at\nA;UR;${written}\n`, { mapping })
        const found = result.ok ? result.value.table.eventsOf(0)[0] : undefined
        expect(found === undefined ? undefined : [found.day, found.moment]).toEqual(
          expectedOf(written, dateOrder),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('takes dates from columns, once a case however many rows repeat them', async () => {
    const found = await read(
      'case_id;start;slut\nA;2018-01-01;2018-02-01\nA;2018-01-01;2018-02-01\nB;2018-01-05;\n',
      {
        mapping: {
          ...noMapping,
          dates: [
            { kind: 'notified', column: 'start' },
            { kind: 'assessed', column: 'slut' },
          ],
        },
      },
    )
    expect(eventsOf(found).map(({ caseId, kind, day }) => `${caseId} ${kind} ${day}`)).toEqual([
      'A notified 2018-01-01',
      'A assessed 2018-02-01',
      'B notified 2018-01-05',
    ])
    expect(found.leftOut).toEqual([])
  })

  it('takes the times that a source writes for want of one as none', async () => {
    const found = await read(
      'case_id;event;at\nA;UR;2018-01-01T00:00:00\nA;UR;2018-01-02 01:06:40.020+01:00\n',
      {
        mapping: { ...noMapping, noTime: new Set([0, 4000]) },
      },
    )
    expect(eventsOf(found).map(({ moment }) => moment)).toEqual([null, null])
  })

  it('keeps the attributes that are asked for, by any writing of their name', async () => {
    const text = 'case_id;event;at;Interval-Months;farve;begrundelse\nA;UR;2018-01-01;4;rød;fordi\n'
    const wanted = await read(text, { attributes: ['interval_months', 'reason'] })
    expect(wanted.table.eventsOf(0)[0]?.attributes).toEqual({ interval_months: '4', reason: 'fordi' })
    const all = await read(text)
    expect(all.table.eventsOf(0)[0]?.attributes).toEqual({
      'Interval-Months': '4',
      farve: 'rød',
      reason: 'fordi',
    })
  })

  it('refuses CPR numbers where the result would show them', async () => {
    expect(
      await problemsOf(
        'case_id;event;at;caseworker\n010117-4000;UR;2018-01-01;C\nA;UR;2018-01-01;0101174000\n',
      ),
    ).toEqual([
      ['cpr-in-id', 2, 'case_id'],
      ['cpr-in-id', 3, 'caseworker'],
    ])
  })

  it('refuses a registration in the future, which no later correction could replace', async () => {
    const row = (day: string) => `A;UR;2018-01-01;${day}\n`
    expect(await problemsOf(`case_id;event;at;registered\n${row('2018-01-02')}${row('2199-01-01')}`)).toEqual(
      [['in-the-future', 3, 'registered']],
    )
  })

  it('says which columns are missing, also those that the mapping names', async () => {
    expect(await problemsOf('sag;dato\nA;2018-01-01\n')).toEqual([['missing-column', 1, 'event']])
    const mapping = { ...noMapping, attributes: new Map([['limit', 'Frist']]) }
    expect(await problemsOf('case_id;event;at\nA;UR;2018-01-01\n', { mapping })).toEqual([
      ['missing-column', 1, undefined],
    ])
    expect(await problemsOf('')).toEqual([['empty-file', undefined, undefined]])
    expect(await problemsOf('case_id;event;at\n')).toEqual([['no-rows', undefined, undefined]])
  })
})
