import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criterion, Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'
import type { DrawAlgorithm, DrawFile } from './draw-file.ts'
import { drawFileText } from './draw-file-text.ts'
import { caseStage, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawRule } from './draw-rule.ts'
import { drawByRule, drawSample } from './draw-sample.ts'
import { readDrawFile } from './read-draw-file.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw } from './verify-draw.ts'

const strata = ['unit']
const eligibility: readonly Criterion[] = [{ attribute: 'alder', atMost: 17 }]
const byRisk = {
  kind: 'risk-weighted',
  risk: 'risiko',
  strata,
  quotas: [{ take: 2 }],
} as const satisfies Selection
const newest = {
  kind: 'newest-first',
  before: '2018-02-12',
  strata,
  quotas: [{ take: 2 }],
  older: { before: '2018-02-03', quotas: [{ take: 1 }] },
  onePer: { attribute: 'familie', keep: 'highest', by: 'alder' },
} as const satisfies Selection

/** Twelve cases in two units; the last is too new, one has no risk, one is too old, two are of one family. */
const frame = Array.from({ length: 12 }, (_, at) =>
  caseStage(`C${at}`, {
    unit: at % 2 === 0 ? 'Nord' : 'Syd',
    completed: `2018-02-${String(at + 1).padStart(2, '0')}`,
    attributes: {
      alder: at === 4 ? '18' : String(at),
      familie: at === 5 || at === 7 ? 'F' : '',
      risiko: at === 6 ? '0' : `${at + 1},5`,
      telefon: String(at),
    },
  }),
)

function draw(selection: Selection, algorithm?: DrawAlgorithm, rows = frame): DrawFile {
  const programme = programmeOf({ selection, eligibility })
  const rule = valueOf(drawRule({ programme, round: 'r', level: 1 }))
  return valueOf(drawByRule(rows, { ...rule, ...(algorithm && { algorithm }) }, seed))
}

const pathsOf = (file: DrawFile, rows: readonly CaseStage[]) =>
  verifyDraw(file, rows, seed).map(({ at }) => at?.column ?? '')
const digestOf = (lines: readonly string[]) =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex')

/** The rows that a server freezes: only those that could be taken. */
function frozen(selection: typeof byRisk | typeof newest): readonly CaseStage[] {
  const taken = new Set(draw(takeAll(selection)).cases.map(({ caseId }) => caseId))
  return frame.filter(({ caseId }) => taken.has(caseId))
}

function takeAll(selection: typeof byRisk | typeof newest): Selection {
  const quotas = [{ take: 'all' } as const]
  return selection.kind === 'risk-weighted'
    ? { ...selection, quotas }
    : { ...selection, quotas, older: { ...selection.older, quotas } }
}

describe('the frame digest of a draw in which more than the stratum decides', () => {
  it.each([
    [
      'by risk',
      byRisk,
      [
        '\tunit=Nord\tselection.risk=1',
        ...['C0', 'C1', 'C10', 'C11', 'C2', 'C3', 'C5', 'C7', 'C8', 'C9'].map((id) => {
          const at = Number(id.slice(1))
          return `${id}\tunit=${at % 2 === 0 ? 'Nord' : 'Syd'}\tstage=plan; alder=${at}; risiko=${at + 1},5`
        }),
      ],
    ],
    [
      'of the newest',
      newest,
      [
        '\tunit=Nord\teligibility[0]=1',
        '\tunit=Syd\tselection.before=1',
        '\tunit=Syd\tselection.onePer=1',
        'C0\tunit=Nord; before=2018-02-03\tstage=plan; completed=2018-02-01; alder=0; familie=',
        'C1\tunit=Syd; before=2018-02-03\tstage=plan; completed=2018-02-02; alder=1; familie=',
        'C10\tunit=Nord\tstage=plan; completed=2018-02-11; alder=10; familie=',
        'C2\tunit=Nord\tstage=plan; completed=2018-02-03; alder=2; familie=',
        'C3\tunit=Syd\tstage=plan; completed=2018-02-04; alder=3; familie=',
        'C6\tunit=Nord\tstage=plan; completed=2018-02-07; alder=6; familie=',
        'C7\tunit=Syd\tstage=plan; completed=2018-02-08; alder=7; familie=F',
        'C8\tunit=Nord\tstage=plan; completed=2018-02-09; alder=8; familie=',
        'C9\tunit=Syd\tstage=plan; completed=2018-02-10; alder=9; familie=',
      ],
    ],
  ] as const)('%s is that of the documented lines', (_, selection, lines) => {
    const file = draw(selection)
    expect(file.algorithm).toBe('hmac-sha256-52-stage-attributes')
    expect(file.frameDigest).toBe(digestOf(lines))
  })

  const cells: readonly (readonly [
    string,
    typeof byRisk | typeof newest,
    (row: CaseStage, value: string) => CaseStage,
  ])[] = [
    ['risk', byRisk, (row, value) => withCell(row, 'risiko', value)],
    ['criterion’s cell', byRisk, (row, value) => withCell(row, 'alder', value)],
    ['stage', byRisk, (row, value) => ({ ...row, stage: `s${value}` })],
    ['criterion’s and family’s rank', newest, (row, value) => withCell(row, 'alder', value)],
    ['family', newest, (row, value) => withCell(row, 'familie', value)],
    ['day', newest, (row, value) => ({ ...row, completed: `2018-02-${value.padStart(2, '0')}` })],
    ['stage', newest, (row, value) => ({ ...row, stage: `s${value}` })],
  ]

  it.each(cells)(
    'shows a changed %s of any case that could be taken, drawn or not',
    (_, selection, change) => {
      const file = draw(selection)
      const could = frozen(selection)
      fc.assert(
        fc.property(fc.constantFrom(...could), fc.integer({ min: 1, max: 11 }), (row, value) => {
          const changed = change(row, String(value))
          fc.pre(JSON.stringify(changed) !== JSON.stringify(row))
          const rows = frame.map((each) => (each === row ? changed : each))
          expect(pathsOf(file, rows)).toContain('frameDigest')
          expect(
            pathsOf(
              file,
              could.map((each) => (each === row ? changed : each)),
            ),
          ).toContain('frameDigest')
        }),
      )
    },
  )

  it('is not touched by a column that decides nothing', () => {
    for (const selection of [byRisk, newest])
      expect(
        pathsOf(
          draw(selection),
          frame.map((row) => withCell(row, 'telefon', '1')),
        ),
      ).toEqual([])
  })

  it('can be computed from the frozen frame and holds what the file says fell out', () => {
    for (const selection of [byRisk, newest]) {
      const file = draw(selection)
      expect(pathsOf(file, frozen(selection))).toEqual([])
      const more = file.strata.map((each) => ({
        ...each,
        excluded: (each.excluded ?? []).map(({ why, count }) => ({ why, count: count + 1 })),
      }))
      expect(pathsOf({ ...file, strata: more }, frozen(selection))).toEqual(['frameDigest'])
      const [first] = file.cases
      const replaced = replaceCase(file, frozen(selection), seed, { ...valueOfFirst(first), reason: 'moved' })
      expect(pathsOf(valueOf(replaced), frame)).toEqual([])
    }
  })

  it('names in words what may have been changed', () => {
    const [problem] = verifyDraw(
      draw(byRisk),
      frame.map((row) => withCell(row, 'risiko', '3')),
      seed,
    )
    expect(problem?.text.da).toContain('(stage, alder, risiko,')
    expect(problem?.text.en).toContain('something that decides the draw was changed')
  })
})

describe('the frame digest of other draws', () => {
  it.each<Selection>([
    { kind: 'random', strata, quotas: [{ take: 2 }] },
    { kind: 'pass-on', strata, quotas: [{ take: 2 }], passOn: 1 },
  ])('stays that of case id and stratum ($kind)', (selection) => {
    const file = draw(selection)
    expect(file.algorithm).toBe('hmac-sha256-52-stage')
    const ids = frame.filter((_, at) => at !== 4).map(({ caseId, unit }) => `${caseId}\tunit=${unit}`)
    expect(file.frameDigest).toBe(digestOf(ids.toSorted()))
  })

  it('stays that of case id and stratum in files that name an older algorithm, which verify as they did', () => {
    for (const selection of [byRisk, newest])
      for (const algorithm of ['hmac-sha256-52', 'hmac-sha256-52-stage'] as const) {
        const file = valueOf(readDrawFile(drawFileText(draw(selection, algorithm)), 'DRAW.json'))
        const now = draw(selection)
        expect(file.cases).toEqual(now.cases)
        expect(file.strata).toEqual(now.strata)
        expect(file.frameDigest).not.toBe(now.frameDigest)
        const lines = frozen(selection).map(({ caseId }) => caseId)
        expect(file.strata.reduce((sum, { eligible }) => sum + eligible, 0)).toBe(lines.length)
        expect(pathsOf(file, frame)).toEqual([])
        expect(pathsOf(file, frozen(selection))).toEqual([])
        expect(pathsOf({ ...now, algorithm }, frame)).toEqual(['frameDigest'])
      }
  })

  it('is the new one at any level that is drawn like that', () => {
    const programme = programmeOf({ kind: 'random', strata, quotas: [{ take: 'all' }] }, byRisk)
    const first = valueOf(drawSample(frame, { programme, round: 'r', level: 1 }, seed))
    const second = valueOf(drawSample(frame, { programme, round: 'r', level: 2, from: first }, seed))
    expect([first.algorithm, second.algorithm]).toEqual([
      'hmac-sha256-52-stage',
      'hmac-sha256-52-stage-attributes',
    ])
    expect(pathsOf(second, frame)).toEqual([])
    expect(
      pathsOf(
        second,
        frame.map((row) => withCell(row, 'risiko', '2')),
      ),
    ).toContain('frameDigest')
  })
})

function withCell(row: CaseStage, name: string, value: string): CaseStage {
  return { ...row, attributes: { ...row.attributes, [name]: value } }
}

function valueOfFirst(first: DrawFile['cases'][number] | undefined): { caseId: string; stage: string } {
  if (first === undefined) throw new Error('nothing drawn')
  return first
}
