import { describe, expect, it } from 'vitest'
import type { Criterion } from '../programme/programme.ts'
import { caseStage, codesOf } from './draw-fixture.ts'
import { selectEligible } from './eligibility.ts'

const frame = [
  caseStage('young', { attributes: { age: '7', appealed: '', since: '01-05-2016' } }),
  caseStage('old', { attributes: { age: '17,5', appealed: 'ja', since: '2014-01-01' } }),
  caseStage('blank', { attributes: { age: '', appealed: 'nej', since: '' } }),
]

function idsOf(...criteria: Criterion[]): string[] | undefined {
  const eligible = selectEligible(frame, criteria)
  return eligible.ok ? eligible.value.map(({ caseId }) => caseId) : undefined
}

describe('eligibility', () => {
  it.each<[Criterion, string[]]>([
    [{ attribute: 'appealed', is: ['ja', 'nej'] }, ['old', 'blank']],
    [{ attribute: 'appealed', isNot: ['ja'] }, ['young', 'blank']],
    [{ attribute: 'age', atMost: 17 }, ['young']],
    [{ attribute: 'age', atLeast: 7 }, ['young', 'old']],
    [{ attribute: 'since', onOrAfter: '2016-05-01' }, ['young']],
    [{ attribute: 'since', before: '2016-05-01' }, ['old']],
    [{ attribute: 'month', is: ['2018-02'] }, ['young', 'old', 'blank']],
  ])('by %j leaves %j; blank meets nothing but isNot', (criterion, ids) => {
    expect(idsOf(criterion)).toEqual(ids)
  })

  it('needs every criterion', () => {
    expect(idsOf({ attribute: 'age', atLeast: 1 }, { attribute: 'appealed', is: ['ja'] })).toEqual(['old'])
  })

  it('never includes a stage that is not finished', () => {
    const open = selectEligible([caseStage('A', { completed: '' }), caseStage('B')], [])
    expect(open).toMatchObject({ value: [{ caseId: 'B' }] })
  })

  it('refuses a column that the file lacks and a value that cannot be compared, with its line', () => {
    expect(codesOf(selectEligible(frame, [{ attribute: 'risk', atLeast: 1 }]))).toContain(
      'frame-lacks-column',
    )
    const odd = [caseStage('A', { attributes: { age: 'syv' }, line: 5 })]
    expect(selectEligible(odd, [{ attribute: 'age', atLeast: 1 }])).toMatchObject({
      problems: [{ code: 'criterion-not-comparable', at: { line: 5, column: 'age' } }],
    })
  })
})
