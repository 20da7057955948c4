import { readFileSync } from 'node:fs'
import { analyse } from '../src/core/analysis/analyse.ts'
import { parseProgramme } from '../src/core/programme/parse-programme.ts'
import { readAnswerFiles } from '../src/core/review/answers-file.ts'
import type { Bench } from './bench.ts'

/**
 * `analyse` of the constructed Copenhagen round: 903 reviews of 144 questions on four levels with as large a baseline,
 * cascade, agreement and health, against writing and reading the same answers as JSON. Cold, as on the command line. The
 * aim is under 2 s of CPU.
 */
export const bench: Bench = {
  name: 'round',
  target: 35,
  async run() {
    const file = (name: string): Buffer => readFileSync(new URL(`../${name}`, import.meta.url))
    const programme = parseProgramme(file('programmes/bbu-2017.yaml').toString('utf8'), 'bbu-2017.yaml')
    if (!programme.ok) throw new Error('the programme is wrong')
    const files = ['2017q3', '2018q2'].map((round) => ({
      name: round,
      bytes: file(`examples/copenhagen/answers-${round}.csv`),
    }))
    const answers = await readAnswerFiles(files, programme.value)
    if (!answers.ok) throw new Error('the answers are wrong')
    const input = { programme: programme.value, round: '2018q2', baseline: '2017q3', answers: answers.value }
    const own = cpuSeconds(() => {
      if (!analyse(input).ok) throw new Error('no analysis')
    })
    const yardstick = cpuSeconds(() => {
      JSON.parse(JSON.stringify(answers.value))
    })
    return {
      ratio: own / yardstick,
      detail: `903 reviews, 144 questions, baseline of 813: ${own.toFixed(2)} s of CPU (aim 2 s), the same answers through JSON ${yardstick.toFixed(3)} s`,
    }
  },
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
