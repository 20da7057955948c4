import { analyse } from '../src/core/analysis/analyse.ts'
import type { AnswerValue, Programme, Question } from '../src/core/programme/programme.ts'
import type { Answer } from '../src/core/review/answer.ts'
import type { Bench } from './bench.ts'

const questionsPerStage = 24
const stages = 6
const units = 7

/**
 * `analyse` of 1,000 reviews of 24 questions with a baseline as large, four nested levels and seven units, against
 * writing and reading the same answers as JSON. Both run cold, as on the command line. The aim is CPU time: under a second
 * for the analysis, which the target ratio leaves on any machine that reads 48,000 answers of JSON in 50 ms.
 */
export const bench: Bench = {
  name: 'analyse',
  target: 20,
  run() {
    const programme = sampleProgramme()
    const answers = [...sampleAnswers('now', 0.8), ...sampleAnswers('before', 0.7)]
    const input = { programme, round: 'now', baseline: 'before', answers }
    const own = cpuSeconds(() => {
      const result = analyse(input)
      if (!result.ok) throw new Error('the sample has no answers')
    })
    const yardstick = cpuSeconds(() => {
      JSON.parse(JSON.stringify(answers))
    })
    return Promise.resolve({
      ratio: own / yardstick,
      detail: `1,000 reviews × 24 questions and as large a baseline: ${own.toFixed(2)} s of CPU (aim 1 s), the same answers through JSON ${yardstick.toFixed(3)} s`,
    })
  },
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Answers with the spread of real ones, without randomness: multiples of the golden ratio, modulo one. */
function sampleAnswers(round: string, rate: number): readonly Answer[] {
  // 1,000 reviews over four nested levels in the proportions of 693/120/60/30.
  const sizes = [767, 133, 67, 33]
  let turn = 0
  return sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, index) => index).flatMap((index) =>
      Array.from({ length: questionsPerStage }, (_, number): Answer => {
        turn += 1
        const spread = (turn * 0.618033988749895) % 1
        const answer: AnswerValue = spread > 0.95 ? 'na' : spread / 0.95 < rate ? 'yes' : 'no'
        return {
          round,
          caseId: `${index}`,
          stage: `s${index % stages}`,
          unit: `u${Math.floor(index / stages) % units}`,
          level: at + 1,
          question: `s${index % stages}-${number}`,
          answer,
          weight: 1,
        }
      }),
    ),
  )
}

function sampleProgramme(): Programme {
  const text = { da: 'x', en: 'x' }
  const question = (stage: number, number: number): Question => ({
    key: `s${stage}-${number}`,
    number: `${number}`,
    section: 1,
    text,
    legal: [],
    legalConfidence: 'memory',
    answerType: 'yes-no',
    expected: 'yes',
    baseline: number % 2 === 0,
    escalates: false,
    headline: false,
  })
  return {
    key: 'bench',
    version: 1,
    title: text,
    settings: { saturdayCounts: true, smallCell: 3 },
    laws: [],
    themes: [],
    stages: Array.from({ length: stages }, (_, stage) => ({
      key: `s${stage}`,
      title: text,
      sections: [],
      questions: Array.from({ length: questionsPerStage }, (_, number) => question(stage, number)),
    })),
    levels: [1, 2, 3, 4].map((level) => ({
      level,
      title: text,
      ...(level === 1 ? {} : { from: level - 1 }),
      selection: { kind: 'census' },
      eligibility: [],
      reviewers: [],
      together: false,
      minutes: 30,
      comparison: level === 2,
    })),
  }
}
