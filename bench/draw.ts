import { createHmac, createSecretKey } from 'node:crypto'
import { drawByRule } from '../src/core/draw/draw-sample.ts'
import type { DrawRule } from '../src/core/draw/draw-rule.ts'
import type { CaseStage } from '../src/core/registry/case-stage.ts'
import type { Bench } from './bench.ts'

const stages = 1_000_000
const seed = new TextEncoder().encode('a seed for measuring, of no secrecy')

const rule: DrawRule = {
  algorithm: 'hmac-sha256-52-stage',
  programme: 'bench',
  programmeVersion: 1,
  round: 'bench',
  level: 1,
  phase: 'bench/1',
  selection: { kind: 'random', strata: ['unit', 'stage'], quotas: [{ take: 20 }] },
  eligibility: [],
  from: null,
}

/** A draw from 1,000,000 case stages, beside the same HMACs and one sort of their keys and nothing else. */
export const bench: Bench = {
  name: 'draw',
  target: 3,
  async run() {
    const frame = makeFrame()
    // Both once before, so that neither is measured while the engine still compiles it.
    drawByRule(frame.slice(0, 50_000), rule, seed)
    yardstick(frame.slice(0, 50_000))
    const bare = seconds(() => yardstick(frame))
    const draw = seconds(() => drawByRule(frame, rule, seed))
    return {
      ratio: draw / bare,
      detail: `1,000,000 stages: draw ${draw.toFixed(2)} s, same HMACs and a sort ${bare.toFixed(2)} s`,
    }
  },
}

function makeFrame(): CaseStage[] {
  const attributes = {}
  return Array.from({ length: stages }, (_, index) => ({
    caseId: `BV-2025-${String(index).padStart(7, '0')}`,
    stage: `stage-${index % 6}`,
    unit: `Unit ${index % 7}`,
    caseworker: `C${index % 180}`,
    started: '2025-01-01',
    completed: '2025-03-01',
    attributes,
  }))
}

function yardstick(frame: readonly CaseStage[]): number[] {
  const secret = createSecretKey(seed)
  const keys = frame.map(({ caseId }) =>
    createHmac('sha256', secret).update(`bench/1|${caseId}`).digest().readUIntBE(0, 6),
  )
  return keys.sort((a, b) => a - b)
}

function seconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}
