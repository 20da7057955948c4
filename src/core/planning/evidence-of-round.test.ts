import { describe, expect, it } from 'vitest'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'
import { analyse } from '../analysis/analyse.ts'
import type { Level } from '../programme/programme.ts'
import { evidenceOfRound } from './evidence-of-round.ts'
import { learnFromRounds } from './learn-from-rounds.ts'

const selection: Level['selection'] = { kind: 'random', strata: ['stage'], quotas: [{ take: 20 }] }
const programme = {
  ...smallProgramme,
  levels: smallProgramme.levels.map((level) => ({ ...level, selection })),
}

/** 60 cases of level 1, of which level 2 sees every third; `met` by case and level, of the one question asked. */
function learned(met: (at: number, level: number) => boolean) {
  const answers = Array.from({ length: 60 }, (_, at) =>
    [1, 2]
      .filter((level) => level === 1 || at % 3 === 0)
      .flatMap((level) => review(`c${at}`, [met(at, level) ? 'yes' : 'no'], { level })),
  ).flat()
  const analysed = analyse({ programme, round: 'now', answers })
  if (!analysed.ok) throw new Error(analysed.problems[0]?.text.en)
  const evidence = evidenceOfRound(analysed.value)
  const wanted = { levels: programme.levels, stages: programme.stages.length, reference: evidence.reference }
  return learnFromRounds(wanted, [evidence]).r2.get(1)
}

describe('how well a level foretells the highest', () => {
  it('is assumed where every case of the highest level is alike, for nothing was there to foretell', () => {
    const assumed = { value: 0.45, cases: 0 }
    expect(learned(() => true)).toMatchObject(assumed)
    expect(learned((at, level) => level === 2 || at % 2 === 0)).toMatchObject(assumed)
  })

  it('is measured where the highest level’s cases differ, also where the lower one’s never do', () => {
    const alike = learned((at) => at % 2 === 0)
    expect(alike).toMatchObject({
      value: expect.toSatisfy((value: number) => value > 0.9) as number,
      cases: 20,
    })
    expect(learned((at, level) => level === 1 || at % 2 === 0)).toMatchObject({ value: 0, cases: 20 })
  })
})
