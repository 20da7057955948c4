import { describe, expect, it } from 'vitest'
import type { DrawFile } from './draw-file.ts'
import { caseStage, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawSample } from './draw-sample.ts'
import { listInclusions } from './inclusion-probability.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw } from './verify-draw.ts'

const programme = programmeOf(
  { kind: 'pass-on', strata: ['month'], quotas: [{ take: 4 }], passOn: 2 },
  { kind: 'census' },
)
const frame = [9, 3, 1].flatMap((count, month) =>
  Array.from({ length: count }, (_, at) =>
    caseStage(`${month}-${at}`, { completed: `2018-0${month + 1}-${String(at + 1).padStart(2, '0')}` }),
  ),
)
const plan = { programme, round: 'r' }
const first = valueOf(drawSample(frame, { ...plan, level: 1 }, seed))
const drawAbove = (from: DrawFile): DrawFile => valueOf(drawSample(frame, { ...plan, level: 2, from }, seed))

describe('a level that passes cases on', () => {
  it('draws its own by lot, and the level above its share of each group', () => {
    expect(first.selection.kind).toBe('pass-on')
    expect(first.strata.map(({ drawn }) => drawn)).toEqual([4, 3, 1])
    const second = drawAbove(first)
    expect(second.selection).toEqual({ kind: 'random', strata: ['month'], quotas: [{ take: 2 }] })
    expect(second.strata.map(({ eligible, wanted, drawn }) => [eligible, wanted, drawn])).toEqual([
      [4, 2, 2],
      [3, 2, 2],
      [1, 2, 1],
    ])
    expect(listInclusions([first, second]).map(({ conditional, overall }) => [conditional, overall])).toEqual(
      [...[0, 1].map(() => [2 / 4, (4 / 9) * (2 / 4)]), ...[0, 1].map(() => [2 / 3, 2 / 3]), [1, 1]],
    )
    expect(verifyDraw(second, frame, seed, { programme, from: first })).toEqual([])
  })

  it('passes on none that was replaced, and the level above takes the next of those below', () => {
    const { caseId } = first.cases[0] ?? { caseId: '' }
    const below = valueOf(replaceCase(first, frame, seed, { caseId, reason: 'moved' }))
    const second = drawAbove(below)
    expect(second.from?.cases.map((each) => each.caseId)).not.toContain(caseId)
    const out = second.cases[0]?.caseId ?? ''
    const replaced = valueOf(replaceCase(second, frame, seed, { caseId: out, reason: 'moved' }))
    expect(replaced.cases.filter(({ stratum }) => stratum === 'month=2018-01')).toHaveLength(3)
    expect(verifyDraw(replaced, frame, seed, { programme, from: below })).toEqual([])
  })

  it('shows when the level above took another share than was passed on', () => {
    const more = { ...drawAbove(first), selection: { kind: 'census' } as const }
    for (const options of [{ programme }, { from: first }])
      expect(verifyDraw(more, frame, seed, options).map(({ at }) => at?.column)).toContain('selection')
  })
})
