import type { FlowCurve } from '../../../../core/caseflow/flow/week-report.ts'
import { scaleFrom0 } from '../flow/series-scale.ts'

type Step = FlowCurve['steps'][number]

/** Days with a word below the picture: at plain steps, as far as the curve is followed. */
export function dayTicks(lastDay: number): readonly number[] {
  return scaleFrom0(lastDay, 6).ticks.filter((day) => day <= lastDay)
}

/** The curve is drawn until long after most of what finishes has: a picture of a year would hide the first weeks. */
const drawnShare = 0.9
const drawnBeyond = 1.6

/** The last day of the picture; the table goes on to the last day that any was followed. */
export function lastDrawn({ steps, lastDay }: Pick<FlowCurve, 'steps' | 'lastDay'>): number {
  const final = steps.at(-1)?.finished ?? 0
  const most = steps.find(({ finished }) => finished >= final * drawnShare)?.day ?? lastDay
  return Math.min(lastDay, Math.max(7, Math.ceil(most * drawnBeyond)))
}

/** How the curve stands at a day; undefined before its first step, where none has finished. */
export function stepAt(steps: readonly Step[], day: number): Step | undefined {
  return steps.findLast((step) => step.day <= day)
}

/** What the table behind the picture tells: the last step up to each of its plain days, and the last step of all. */
export function tableSteps({ steps, lastDay }: Pick<FlowCurve, 'steps' | 'lastDay'>): readonly Step[] {
  const until = lastDrawn({ steps, lastDay })
  const days = [...dayTicks(until), until, ...dayTicks(lastDay).filter((day) => day > until), lastDay]
  return [...new Set(days.flatMap((day) => stepAt(steps, day) ?? []))]
}

/**
 * The lines to draw in a picture of 100 by 100 that ends at `until`: the share finished as a staircase, and the ground
 * between its limits. Nothing has finished before the first step.
 */
export function curvePaths(
  all: FlowCurve['steps'],
  until: number,
): { readonly line: string; readonly band: string } {
  const steps = all.filter(({ day }) => day <= until)
  const x = (day: number) => round((day / Math.max(1, until)) * 100)
  const y = (share: number) => round(100 - share * 100)
  const stairs = (of: (step: Step) => number) =>
    steps.map((step) => `H${x(step.day)}V${y(of(step))}`).join('') + 'H100'
  const down = [...steps, undefined]
    .toReversed()
    .map((step, at, down) => {
      // From the right end to the left along the lower limit: the limit before each step holds until it.
      const before = down[at + 1]
      return step === undefined ? `V${y(before?.lower ?? 0)}` : `H${x(step.day)}V${y(before?.lower ?? 0)}`
    })
    .join('')
  return {
    line: `M0 100${stairs(({ finished }) => finished)}`,
    band: `M0 100${stairs(({ upper }) => upper)}${down}H0Z`,
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
