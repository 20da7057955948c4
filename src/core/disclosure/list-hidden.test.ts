import { describe, expect, it } from 'vitest'
import { casesWith, editionsOf, programmeOf } from '../../../test/support/disclosure-editions.ts'
import { listHidden } from './list-hidden.ts'
import { maskOf, nothingReleased } from './released-mask.ts'

const programme = programmeOf([2], 5)

describe('what was hidden and why', () => {
  it('names the small count, what stands in its row, and the total that it follows from', () => {
    const { open, published } = editionsOf(programme, { now: [casesWith(20, [2, 9])] })
    const why = new Map(
      listHidden(published, open.figures, 5, nothingReleased).map((each) => [each.figure, each.why]),
    )
    expect(why.get('question/s0/s0-0/level-2/all/not-compliant')).toBe('small')
    expect(why.get('question/s0/s0-0/level-2/all/share')).toBe('small')
    expect(why.get('question/s0/s0-0/level-2/all/compliant')).toBe('complementary')
    expect(why.get('composite/s0/level-2/all/share')).toBe('follows-from')
    const withheld = Object.entries(published.figures).flatMap(([id, figure]) =>
      figure.withheld ? [id] : [],
    )
    expect([...why.keys()]).toStrictEqual(withheld)
  })

  it('names the earlier edition where nothing of the row is small any more', () => {
    const once = editionsOf(programme, { now: [casesWith(20, [2, 9])] }).published
    const again = editionsOf(programme, { now: [casesWith(20, [7, 9])] }, [once])
    const why = listHidden(again.published, again.open.figures, 5, maskOf([once]))
    const row = why.filter(({ figure }) => figure.startsWith('question/'))
    expect(row.length).toBeGreaterThan(0)
    expect(new Set(row.map((each) => each.why))).toStrictEqual(new Set(['earlier-release']))
  })
})
