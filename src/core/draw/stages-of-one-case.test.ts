import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Selection } from '../programme/programme.ts'
import { addChances } from './add-chances.ts'
import { caseKeys } from './case-key.ts'
import type { DrawFile } from './draw-file.ts'
import { drawFileText } from './draw-file-text.ts'
import { caseStage, codesOf, programmeOf, seed, valueOf } from './draw-fixture.ts'
import { drawByRule, drawSample } from './draw-sample.ts'
import { drawRule } from './draw-rule.ts'
import { listInclusions } from './inclusion-probability.ts'
import { readDrawFile } from './read-draw-file.ts'
import { replaceCase } from './replace-case.ts'
import { verifyDraw } from './verify-draw.ts'

/** One case with three stages in its month, one with two, two with one; and one stage of the first in another month. */
const risks = {
  'A plan': 1,
  'A report': 2,
  'A visit': 4,
  'B plan': 3,
  'B visit': 1,
  'C plan': 2,
  'D visit': 5,
}
const inMay = Object.entries(risks).map(([name, risk]) => {
  const [caseId = '', stage = ''] = name.split(' ')
  return caseStage(caseId, { stage, completed: '2018-05-04', attributes: { risiko: String(risk) } })
})
const frame = [...inMay, caseStage('A', { stage: 'plan-2', attributes: { risiko: '1' } })]
const strata = ['month']
const random: Selection = { kind: 'random', strata, quotas: [{ take: 3 }] }
const passOn: Selection = { kind: 'pass-on', strata, quotas: [{ take: 3 }], passOn: 2 }
const byRisk: Selection = { kind: 'risk-weighted', risk: 'risiko', strata, quotas: [{ take: 3 }] }
const may = 'month=2018-05'
const nameOf = ({ caseId, stage }: { caseId: string; stage: string }) => `${caseId} ${stage}`
const plan = (selection: Selection) => ({ programme: programmeOf(selection), round: 'r', level: 1 })
const draw = (selection: Selection) => valueOf(drawSample(frame, plan(selection), seed))

const draws = 20_000

interface Counted {
  readonly lookedAt: ReadonlyMap<string, number>
  /** Sum over the draws of 1 / chance of what is in force at the last level. */
  readonly weight: ReadonlyMap<string, number>
}

function count(selections: readonly Selection[], replaced = false): Counted {
  const programme = programmeOf(...selections)
  const lookedAt = new Map<string, number>()
  const weight = new Map<string, number>()
  for (let number = 0; number < draws; number += 1) {
    const secret = Buffer.from(`seed ${number}`)
    const chain: DrawFile[] = []
    for (const { level } of programme.levels) {
      const from = chain.at(-1)
      const how = { programme, round: 'r', level, ...(from && { from }) }
      const drawn = valueOf(drawSample(frame, how, secret))
      const out = drawn.cases.find(({ stratum }) => stratum === may)
      chain.push(
        replaced && level === 1 && out !== undefined
          ? valueOf(replaceCase(drawn, frame, secret, { ...out, reason: 'found ineligible' }))
          : drawn,
      )
    }
    for (const each of chain[0]?.cases ?? [])
      if (each.stratum === may) lookedAt.set(nameOf(each), (lookedAt.get(nameOf(each)) ?? 0) + 1)
    for (const each of listInclusions(chain))
      weight.set(nameOf(each), (weight.get(nameOf(each)) ?? 0) + 1 / Number(each.overall))
  }
  return { lookedAt, weight }
}

/** Each term has mean 1, over seven case stages of which the fixed size binds one; 99.9 % are below 24.32 at 7. */
const limit = 24.32

function chiSquare(counted: ReadonlyMap<string, number>, chanceOf: (name: string) => number): number {
  return inMay.map(nameOf).reduce((sum, name) => {
    const chance = chanceOf(name)
    return sum + ((counted.get(name) ?? 0) - draws * chance) ** 2 / (draws * chance * (1 - chance))
  }, 0)
}

/** The same of the mean of 1 / chance, which is 1 where the chance is the true one. */
function weighedAsOne(weight: ReadonlyMap<string, number>, chance: number): number {
  return inMay
    .map(nameOf)
    .reduce((sum, name) => sum + ((weight.get(name) ?? 0) / draws - 1) ** 2 / ((1 / chance - 1) / draws), 0)
}

const riskOf = (name: string) => Object.entries(risks).find(([each]) => each === name)?.[1] ?? 0

describe('20,000 draws from strata in which cases have several stages', () => {
  it('at random look at each stage equally often, also where one is replaced', () => {
    expect(chiSquare(count([random]).lookedAt, () => 3 / 7)).toBeLessThan(limit)
    expect(chiSquare(count([random], true).lookedAt, () => 4 / 7)).toBeLessThan(limit)
  }, 120_000)

  it('look at one of three stages, two of them of one case, a third of the time each', () => {
    const three = ['plan', 'visit'].map((stage) => caseStage('A', { stage }))
    const rows = [...three, caseStage('B')]
    const one = plan({ kind: 'random', strata: [], quotas: [{ take: 1 }] })
    const times = new Map<string, number>()
    for (let number = 0; number < draws; number += 1) {
      const [first] = valueOf(drawSample(rows, one, Buffer.from(`seed ${number}`))).cases
      if (first) times.set(nameOf(first), (times.get(nameOf(first)) ?? 0) + 1)
    }
    // Four standard deviations of a third of 20,000.
    for (const row of rows)
      expect(Math.abs((times.get(nameOf(row)) ?? 0) - draws / 3)).toBeLessThan(4 * Math.sqrt((draws * 2) / 9))
  }, 120_000)

  it('that pass on look at each stage equally often, and two levels weigh each as one', () => {
    const { lookedAt, weight } = count([passOn, { kind: 'census' }])
    expect(chiSquare(lookedAt, () => 3 / 7)).toBeLessThan(limit)
    expect(weighedAsOne(weight, 2 / 7)).toBeLessThan(limit)
  }, 120_000)

  it('by risk look at each stage in proportion to its own risk, also where one is replaced', () => {
    const { lookedAt } = count([byRisk])
    expect(chiSquare(lookedAt, (name) => (3 * riskOf(name)) / 18)).toBeLessThan(limit)
    // Four of 18: the risk of 5 is certain, and the others share three places in proportion.
    const more = new Map(count([byRisk], true).lookedAt)
    expect(more.get('D visit')).toBe(draws)
    more.set('D visit', draws / 2)
    expect(chiSquare(more, (name) => (name === 'D visit' ? 1 / 2 : (3 * riskOf(name)) / 13))).toBeLessThan(
      limit,
    )
  }, 120_000)
})

describe('the keys of a case with several stages in a stratum', () => {
  const keyOf = caseKeys(seed, 'r/1')
  const keys = new Map(
    draw({ ...random, quotas: [{ take: 'all' }] }).cases.map((each) => [
      `${each.stratum} ${nameOf(each)}`,
      each.key,
    ]),
  )

  it('are made of case, tab and stage, as anyone can compute', () => {
    const hex = createHmac('sha256', seed).update('r/1|A\tvisit').digest('hex')
    expect(keys.get(`${may} A visit`)).toBe(Number.parseInt(hex.slice(0, 13), 16) / 16 ** 13)
    expect(new Set(keys.values()).size).toBe(keys.size)
  })

  it('leave a case that stands once in its stratum the key of its id, wherever else it stands', () => {
    expect(keys.get(`${may} C plan`)).toBe(keyOf('C'))
    expect(keys.get('month=2018-02 A plan-2')).toBe(keyOf('A'))
  })

  it('make the same draw of every sequence of the rows, from which the file verifies as written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(random, passOn, byRisk),
        fc.shuffledSubarray(frame, { minLength: frame.length }),
        (selection, rows) => {
          const file = draw(selection)
          expect(drawSample(rows, plan(selection), seed)).toEqual({ ok: true, value: file })
          const read = valueOf(readDrawFile(drawFileText(file), 'DRAW.json'))
          expect(verifyDraw(read, rows, seed, { programme: programmeOf(selection) })).toEqual([])
        },
      ),
    )
  })

  it('hold stage by stage when a stage is replaced by risk', () => {
    const file = draw(byRisk)
    const out = file.cases.find(({ stratum }) => stratum === may)
    if (out === undefined) throw new Error('nothing drawn')
    const after = valueOf(replaceCase(file, frame, seed, { ...out, reason: 'moved' }))
    expect(verifyDraw(after, frame, seed)).toEqual([])
    expect(addChances(after.cases, frame, byRisk)).toEqual(after.cases)
  })
})

describe('a draw made before stages had keys of their own', () => {
  const older = () => {
    const rule = valueOf(drawRule(plan(random)))
    return valueOf(drawByRule(frame, { ...rule, algorithm: 'hmac-sha256-52' }, seed))
  }

  it('verifies by the algorithm that it names, and is replaced from by the same', () => {
    const file = older()
    expect(file.algorithm).toBe('hmac-sha256-52')
    for (const { caseId, key } of file.cases) expect(key).toBe(caseKeys(seed, 'r/1')(caseId))
    expect(verifyDraw(file, frame, seed)).toEqual([])
    const [out] = file.cases.filter(({ stratum }) => stratum === may)
    if (out === undefined) throw new Error('nothing drawn')
    expect(
      verifyDraw(valueOf(replaceCase(file, frame, seed, { ...out, reason: 'moved' })), frame, seed),
    ).toEqual([])
  })

  it('does not verify under the other name, and no other name is known', () => {
    const file = older()
    const renamed = { ...file, algorithm: 'hmac-sha256-52-stage' }
    const paths = verifyDraw(renamed, frame, seed).map(({ at }) => at?.column ?? '')
    expect(paths.filter((path) => path.endsWith('.key'))).not.toEqual([])
    const unknown = readDrawFile(drawFileText(file).replace('hmac-sha256-52', 'dice'), 'DRAW.json')
    expect(codesOf(unknown)).toEqual(['draw-wrong-shape'])
  })
})
