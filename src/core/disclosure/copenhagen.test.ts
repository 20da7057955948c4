import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.ts'
import { parseProgramme } from '../programme/parse-programme.ts'
import type { Programme } from '../programme/programme.ts'
import { composeReport } from '../report/compose-report.ts'
import type { Answer } from '../review/answer.ts'
import { readAnswerFiles } from '../review/answers-file.ts'
import { auditDisclosure } from './audit-disclosure.ts'
import type { PublishedReport } from './published-report.ts'

const file = (name: string): Buffer => readFileSync(new URL(`../../../${name}`, import.meta.url))

async function readRounds(): Promise<{ readonly programme: Programme; readonly answers: readonly Answer[] }> {
  const programme = parseProgramme(file('programmes/bbu-2017.yaml').toString('utf8'), 'bbu-2017.yaml')
  if (!programme.ok) throw new Error('the programme is wrong')
  const files = ['2017q3', '2018q2'].map((round) => ({
    name: round,
    bytes: file(`examples/copenhagen/answers-${round}.csv`),
  }))
  const answers = await readAnswerFiles(files, programme.value)
  if (!answers.ok) throw new Error('the answers are wrong')
  return { programme: programme.value, answers: answers.value }
}

const { programme, answers } = await readRounds()
const before = analyse({ programme, round: '2017q3', answers })
const now = analyse({ programme, round: '2018q2', baseline: '2017q3', answers })

/** An edition with another size of small counts than the programme's. */
function edition(
  analysis: typeof now,
  audience: 'internal' | 'public',
  smallCell: number,
  released: readonly PublishedReport[] = [],
) {
  if (!analysis.ok) throw new Error('refused')
  const { round, baselineRound } = analysis.value
  const set = { ...programme, settings: { ...programme.settings, smallCell } }
  const { figures } = composeReport({ analysis: analysis.value, programme: set, audience, released })
  return { round, baselineRound, figures }
}

describe('Copenhagen’s public reports', () => {
  it.each([3, 5])('give away no count below %i, the second with the first beside it', (smallCell) => {
    const first = edition(before, 'public', smallCell)
    const second = edition(now, 'public', smallCell, [first])
    const nothing = { narrowed: [], unsolved: [] }
    expect(auditDisclosure(first, [], smallCell)).toStrictEqual(nothing)
    expect(auditDisclosure(second, [first], smallCell)).toStrictEqual(nothing)
  })

  it('would give away most of the small counts if only these were withheld', () => {
    const smallCell = 3
    const open = edition(now, 'internal', smallCell).figures
    const published = edition(now, 'public', smallCell)
    const isSmall = (id: string) => {
      const { value = null, format } = open[id] ?? {}
      return format === 'integer' && value !== null && value >= 1 && value < smallCell
    }
    const isCount = (id: string) =>
      /^question\/.*\/(?:compliant|not-compliant|not-applicable|applicable)$/u.test(id)
    const primary = Object.fromEntries(
      Object.entries(published.figures).map(([id, figure]) => [
        id,
        isCount(id) && !isSmall(id) ? (open[id] ?? figure) : figure,
      ]),
    )
    const hidden = Object.entries(primary).filter(
      ([id, { withheld }]) => withheld && isCount(id) && !id.endsWith('/applicable'),
    )
    const { narrowed } = auditDisclosure({ ...published, figures: primary }, [], smallCell)
    const exactly = narrowed.filter(({ low, high }) => low === high)
    expect(hidden.length).toBeGreaterThan(50)
    expect(exactly.length / hidden.length).toBeGreaterThan(0.9)
  })
})
