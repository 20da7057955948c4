import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readFrame, type FrameOptions } from './read-frame.ts'

const header = 'case_id;stage;unit;caseworker;started;completed'

async function problemsOf(rows: string[], options?: FrameOptions, head = header): Promise<string[]> {
  const frame = await readFrame(Buffer.from([head, ...rows].join('\r\n')), 'f.csv', options)
  return frame.ok ? [] : frame.problems.map(({ code, at }) => `${at?.line ?? ''}:${at?.column ?? ''}:${code}`)
}

describe('a frame file', () => {
  it('is refused where a CPR number would reach the published draw', async () => {
    const row = '010190-1234;plan;Nord;0101901234;2018-01-01;2018-01-05'
    expect(await problemsOf([row])).toEqual(['2:case_id:cpr-in-id', '2:caseworker:cpr-in-id'])
  })

  it('gives finished stages with ISO dates, their attributes and their line', async () => {
    const bytes = Buffer.from(`${header};Alder;cpr\nA1;plan;Nord;N1;31-12-2017;01/02/2018;7;010117-4000\n`)
    expect(await readFrame(bytes, 'f.csv')).toEqual({
      ok: true,
      value: {
        finished: [
          {
            caseId: 'A1',
            stage: 'plan',
            unit: 'Nord',
            caseworker: 'N1',
            started: '2017-12-31',
            completed: '2018-02-01',
            attributes: { child: '010117-4000', Alder: '7' },
            line: 2,
          },
        ],
        open: [],
      },
    })
  })

  it('whose days could be two is refused as a whole, and read where another day shows the order', async () => {
    const row = 'A1;plan;Nord;N1;03/04/2018;05/04/2018'
    expect(await problemsOf([row])).toEqual([
      '2:started:date-order-unknown',
      '2:completed:date-order-unknown',
    ])
    expect(await problemsOf([row, 'A2;plan;Nord;N1;01/04/2018;23/04/2018'])).toEqual([])
    expect(await problemsOf([row, 'A2;plan;Nord;N1;01/04/2018;04/23/2018'])).toEqual([
      '3:completed:date-order-contradicted',
    ])
  })

  it('keeps stages without a completion date apart, because they cannot be drawn', async () => {
    const bytes = Buffer.from(`${header}\nA1;plan;Nord;N1;2018-01-01;\nA2;plan;Nord;N1;2018-01-01;2018-01-02`)
    expect(await readFrame(bytes, 'f.csv')).toMatchObject({
      value: { finished: [{ caseId: 'A2' }], open: [{ caseId: 'A1', completed: '' }] },
    })
  })

  it.each([
    ['a blank cell', 'A1;plan;;N1;2018-01-01;2018-01-02', '2:unit:blank-cell'],
    ['a date that does not exist', 'A1;plan;Nord;N1;31-02-2018;2018-03-02', '2:started:no-such-date'],
    ['an end before the start', 'A1;plan;Nord;N1;2018-01-02;2018-01-01', '2:completed:end-before-start'],
    ['an id with a line break', '"A\n1";plan;Nord;N1;2018-01-01;2018-01-02', '2:case_id:control-character'],
    ['a row cut off', 'A1;plan;Nord', '2::ragged-row'],
  ])('with %s is refused with line and column', async (_, row, expected) => {
    expect(await problemsOf([row])).toEqual([expected])
  })

  it('with the same case and stage twice is refused, naming both lines', async () => {
    const row = 'A1;plan;Nord;N1;2018-01-01;2018-01-02'
    const frame = await readFrame(
      Buffer.from([header, row, row.replace('plan', 'visit'), row].join('\n')),
      'f.csv',
    )
    expect(frame).toMatchObject({
      problems: [
        { code: 'duplicate-case', at: { line: 4 }, text: { en: expect.stringContaining('line 2') } },
      ],
    })
  })

  it('with names that are not known is refused where lists are given', async () => {
    const row = 'A1;plan;Nord;N1;2018-01-01;2018-01-02'
    expect(await problemsOf([row], { stages: ['visit'], units: ['Syd'] })).toEqual([
      '2:stage:unknown-name',
      '2:unit:unknown-name',
    ])
    expect(await problemsOf([row], { stages: ['plan'], units: ['Nord'] })).toEqual([])
  })

  it('names the columns in problems as the file does', async () => {
    const head = 'sagsnr;sagstrin;enhed;sagsbehandler;startdato;slutdato'
    expect(await problemsOf(['A1;plan;Nord;N1;i går;2018-01-02'], {}, head)).toEqual([
      '2:startdato:no-such-date',
    ])
  })

  it('with CPR numbers that lost their zero is refused row by row', async () => {
    const row = 'A1;plan;Nord;N1;2018-01-01;2018-01-02;101174000'
    expect(await problemsOf([row], {}, `${header};CPR-nr`)).toEqual(['2:CPR-nr:cpr-zero-lost'])
  })

  it('with a header only has nothing to draw from', async () => {
    expect(await problemsOf([])).toEqual(['::no-rows'])
  })

  it('is read by a column mapping where names are foreign', async () => {
    const head = 'Journal;stage;unit;caseworker;started;completed'
    const row = 'A1;plan;Nord;N1;2018-01-01;2018-01-02'
    expect(await problemsOf([row], {}, head)).toEqual(['1:case_id:missing-column'])
    expect(await problemsOf([row], { mapping: { case_id: 'Journal' } }, head)).toEqual([])
  })
})
