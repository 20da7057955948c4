import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import { composeReport } from './compose-report.ts'
import { explainFigure } from './explain-figure.ts'

const programme = sampleProgramme(9)
const { figures } = composeReport({ analysis: sampleAnalysis(programme), programme, audience: 'internal' })
const ids = Object.keys(figures)

describe('the words for a figure', () => {
  it('say of every question’s and composite’s figure what it is, and what it was counted from', () => {
    const counted = ids.filter((id) => /^(?:question|composite)\//u.test(id))
    expect(counted.length).toBeGreaterThan(50)
    for (const id of counted) {
      const { what, cases, parts } = explainFigure(id, programme)
      expect([id, what?.da]).toEqual([id, expect.stringMatching(/^[A-ZÆØÅ][^:/]+: .+ · niveau \d/u)])
      expect([id, what?.en]).toEqual([id, expect.stringMatching(/^[A-Z][^:/]+: .+ · level \d/u)])
      // A change is counted from the two shares that it names.
      expect([id, cases === null]).toEqual([id, id.endsWith('/change')])
      expect(parts.every((part) => figures[part] !== undefined)).toBe(true)
    }
  })

  it('tell which round, level and unit', () => {
    const [stage] = programme.stages
    const [question] = stage?.questions ?? []
    const id = `question/${stage?.key}/${question?.key}/level-2/Team_Nord/baseline`
    expect(explainFigure(id, programme).cases).toEqual({
      stage: stage?.key,
      question: question?.key,
      level: 2,
      unit: 'Team_Nord',
      baseline: true,
    })
  })

  it('claim nothing of other figures, nor of questions that the programme lacks', () => {
    for (const id of [
      'summary/compared',
      'question/none/none/level-2/all/share',
      'composite/all/level-x/all/share',
      'composite/all/level-2/all/share/more',
      'composite',
      '',
    ])
      expect([id, explainFigure(id, programme).cases, explainFigure(id, programme).what]).toEqual([
        id,
        null,
        null,
      ])
  })
})
