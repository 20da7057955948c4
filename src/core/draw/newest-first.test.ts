import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { DrawFile } from './draw-file.ts'
import { caseStage, codesOf, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { inclusionProbability, listInclusions } from './inclusion-probability.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw } from './verify-draw.ts'

type NewestFirst = Extract<Selection, { readonly kind: 'newest-first' }>
const newest: NewestFirst = {
  kind: 'newest-first',
  onOrAfter: '2017-01-01',
  before: '2018-01-01',
  strata: ['unit'],
  quotas: [{ take: 2 }],
}
const decided = (caseId: string, completed: string, attributes: Record<string, string> = {}): CaseStage =>
  caseStage(caseId, { completed, attributes: { familie: '', alder: '10', anket: 'nej', ...attributes } })
const idsOf = (draw: DrawFile): string[] => draw.cases.map(({ caseId }) => caseId)
function draw(frame: readonly CaseStage[], rule: Partial<NewestFirst> = {}, eligibility = {}): DrawFile {
  const programme = programmeOf({ selection: { ...newest, ...rule }, ...eligibility })
  return valueOf(drawSample(frame, { programme, round: 'r', level: 1 }, seed))
}

const frame = [
  decided('new', '2018-01-01'),
  decided('A', '2017-12-31'),
  decided('B', '2017-06-01'),
  decided('C', '2017-03-01'),
  decided('D', '2017-01-01'),
  decided('old', '2016-12-31'),
]

describe('the newest first', () => {
  it('goes backwards from the cut-off day, which itself is too new, to the first day, which still counts', () => {
    expect(idsOf(draw(frame))).toEqual(['A', 'B'])
    const all = draw(frame, { quotas: [{ take: 'all' }] })
    expect(idsOf(all)).toEqual(['A', 'B', 'C', 'D'])
    expect(all.strata).toEqual([
      {
        stratum: 'unit=Nord',
        eligible: 4,
        wanted: 4,
        drawn: 4,
        excluded: [
          { why: 'selection.before', count: 1 },
          { why: 'selection.onOrAfter', count: 1 },
        ],
      },
    ])
  })

  it('takes more from before an earlier day where the plan asks for older ones, and none of them twice', () => {
    const older = { before: '2017-05-01', quotas: [{ take: 1 }] }
    const { onOrAfter: _, ...open } = newest
    const programme = programmeOf({ ...open, quotas: [{ take: 'all' }], older })
    const drawn = valueOf(drawSample(frame, { programme, round: 'r', level: 1 }, seed))
    expect(drawn.cases.map(({ caseId, stratum }) => [caseId, stratum])).toEqual([
      ['A', 'unit=Nord'],
      ['B', 'unit=Nord'],
      ['C', 'unit=Nord; before=2017-05-01'],
    ])
    expect(verifyDraw(drawn, frame, seed, { programme })).toEqual([])
  })

  it('counts each case that falls out once, to the first part of the rule that it does not meet', () => {
    const eligibility = [
      { attribute: 'alder', atLeast: 0, atMost: 17 },
      { attribute: 'anket', isNot: ['ja'] },
    ]
    const rows = [
      decided('young', '2017-02-01'),
      decided('grown', '2017-02-02', { alder: '18', anket: 'ja' }),
      decided('appealed', '2017-02-03', { anket: 'ja' }),
      decided('late', '2019-02-03', { anket: 'ja' }),
      ...['1', '2'].map((number) => decided(`elsewhere${number}`, '2017-02-01', { alder: '40' })),
    ]
    const drawn = draw(rows, {}, { eligibility })
    expect(idsOf(drawn)).toEqual(['young'])
    expect(drawn.strata[0]?.excluded).toEqual([
      { why: 'selection.before', count: 1 },
      { why: 'eligibility[0]', count: 3 },
      { why: 'eligibility[1]', count: 1 },
    ])
  })

  it('tells of a group where everybody fell out that it lacks what its quota wants', () => {
    const rows = [...frame, caseStage('S', { unit: 'Syd', completed: '2019-01-01' })]
    expect(draw(rows).strata[1]).toMatchObject({ stratum: 'unit=Syd', eligible: 0, wanted: 2, drawn: 0 })
    expect(verifyDraw(draw(rows), rows, seed)).toEqual([])
  })

  it('decides between cases of one day by their keys, so by lot and not by the file', () => {
    const sameDay = ['P', 'Q', 'R', 'S'].map((id) => decided(id, '2017-05-05'))
    const firsts = new Set<string>()
    for (let number = 0; number < 60; number += 1) {
      const programme = programmeOf({ ...newest, quotas: [{ take: 1 }] })
      const bytes = Buffer.from(`a seed with a number: ${number}`)
      const plan = { programme, round: 'r', level: 1 }
      const [first] = valueOf(drawSample(sameDay, plan, bytes)).cases
      expect(valueOf(drawSample(sameDay.toReversed(), plan, bytes)).cases[0]).toEqual(first)
      firsts.add(first?.caseId ?? '')
    }
    expect([...firsts].toSorted()).toEqual(['P', 'Q', 'R', 'S'])
  })
})

describe('one per family', () => {
  const onePer = { attribute: 'familie', keep: 'highest', by: 'alder' } as const

  it('keeps the eldest only, the newest of the eldest’s own cases, and everyone without a family', () => {
    const rows = [
      decided('younger', '2017-09-01', { familie: 'F', alder: '9' }),
      decided('eldest', '2017-02-01', { familie: 'F', alder: '10' }),
      decided('eldest-again', '2017-03-01', { familie: 'F', alder: '10' }),
      decided('alone1', '2017-01-02'),
      decided('alone2', '2017-01-03'),
    ]
    const drawn = draw(rows, { onePer, quotas: [{ take: 'all' }] })
    expect(idsOf(drawn)).toEqual(['eldest-again', 'alone2', 'alone1'])
    expect(drawn.strata[0]?.excluded).toEqual([{ why: 'selection.onePer', count: 2 }])
  })

  it('lets days of birth be compared too, and a case that nobody wants stand in nobody’s way', () => {
    const rows = [
      decided('wanted', '2017-09-01', { familie: 'F', født: '2010-05-01' }),
      caseStage('unwanted', {
        unit: 'Syd',
        completed: '2017-09-01',
        attributes: { familie: 'F', født: '01-01-2005' },
      }),
      decided('older', '2017-02-01', { familie: 'F', født: '01-05-2008' }),
    ]
    const drawn = draw(rows, {
      onePer: { attribute: 'familie', keep: 'lowest', by: 'født' },
      quotas: [{ where: { unit: 'Nord' }, take: 'all' }],
    })
    expect(idsOf(drawn)).toEqual(['older'])
  })

  it.each([
    [{ onePer: { ...onePer, by: 'vægt' } }, 'frame-lacks-column'],
    [{ onePer: { ...onePer, attribute: 'hus' } }, 'frame-lacks-column'],
    [{ onePer }, 'one-per-not-comparable'],
  ])('is refused with %j as %s', (rule, code) => {
    const rows = ['ti', '11'].map((alder, at) => decided(`${at}`, '2017-02-01', { familie: 'F', alder }))
    const programme = programmeOf({ ...newest, ...rule })
    expect(codesOf(drawSample(rows, { programme, round: 'r', level: 1 }, seed))).toEqual([code])
  })
})

describe('a draw of the newest', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((at) => `2017-02-${String(at).padStart(2, '0')}`)
  const rows = fc
    .array(fc.record({ day, family: fc.constantFrom('', 'F', 'G'), age: fc.nat(17) }), { minLength: 1 })
    .map((cases) =>
      cases.map(({ day: completed, family, age }, at) =>
        decided(`C${at}`, completed, { familie: family, alder: String(age) }),
      ),
    )

  it('leaves no newer case out, holds one per family, and verifies from the whole and from the frozen frame', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 5 }), (cases, take) => {
        const onePer = { attribute: 'familie', keep: 'highest', by: 'alder' } as const
        const drawn = draw(cases, { quotas: [{ take }], onePer })
        const all = draw(cases, { quotas: [{ take: 'all' }], onePer })
        expect(idsOf(drawn)).toEqual(idsOf(all).slice(0, take))
        const rowOf = (id: string) => cases.find(({ caseId }) => caseId === id)
        const days = idsOf(all).map((id) => rowOf(id)?.completed ?? '')
        expect(days).toEqual(days.toSorted().toReversed())
        const families = idsOf(all).flatMap((id) => rowOf(id)?.attributes['familie'] || [])
        expect(new Set(families).size).toBe(families.length)
        expect(verifyDraw(drawn, cases, seed)).toEqual([])
        const frozen = cases.filter(({ caseId }) => idsOf(all).includes(caseId))
        expect(verifyDraw(drawn, frozen, seed)).toEqual([])
      }),
    )
  })

  it('takes the next newest for a case that is replaced', () => {
    const replaced = valueOf(replaceCase(draw(frame), frame, seed, { caseId: 'A', reason: 'moved' }))
    expect(replaced.cases.map(({ caseId, status }) => [caseId, status])).toEqual([
      ['A', 'replaced'],
      ['B', 'drawn'],
      ['C', 'drawn'],
    ])
    expect(verifyDraw(replaced, frame, seed)).toEqual([])
  })

  it('has no inclusion probability, nor has any level above it', () => {
    const programme = programmeOf(newest, { kind: 'census' })
    const plan = { programme, round: 'r' }
    const first = valueOf(drawSample(frame, { ...plan, level: 1 }, seed))
    const second = valueOf(drawSample(frame, { ...plan, level: 2, from: first }, seed))
    expect(inclusionProbability(first, 'unit=Nord')).toBeUndefined()
    expect(listInclusions([first]).map(({ conditional, overall }) => [conditional, overall])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(listInclusions([first, second]).map(({ conditional, overall }) => [conditional, overall])).toEqual(
      [
        [1, null],
        [1, null],
      ],
    )
  })

  it.each<[string, (file: DrawFile) => DrawFile, string]>([
    ['an older case in place of a newer', (file) => withFirst(file, { caseId: 'C' }), 'cases[0]'],
    [
      'another cut-off',
      (file) => ({ ...file, selection: { ...newest, before: '2017-06-01' } }),
      'strata[0].eligible',
    ],
    [
      'fewer that fell out',
      (file) => ({ ...file, strata: file.strata.map((each) => ({ ...each, excluded: [] })) }),
      'strata[0].excluded',
    ],
    ['a chance that it has not', (file) => withFirst(file, { chance: 0.5 }), 'cases[0].chance'],
  ])('with %s does not verify', (_, tamper, path) => {
    const paths = verifyDraw(tamper(draw(frame)), frame, seed).map(({ at }) => at?.column)
    expect(paths).toContain(path)
  })
})

function withFirst(file: DrawFile, change: Partial<DrawFile['cases'][number]>): DrawFile {
  return { ...file, cases: file.cases.map((each, at) => (at === 0 ? { ...each, ...change } : each)) }
}
