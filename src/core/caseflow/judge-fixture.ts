import { momentsOf } from '../calendar/danish-time.ts'
import { dayNumberOf, isoDay } from '../calendar/day-number.ts'
import type { CaseEvent } from './case-event.ts'
import { compileRules, type CompiledRules } from './compile-rules.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import type { Deadline } from './deadline.ts'
import { judgeCase } from './judge-case.ts'
import { parseDeadlineRules } from './parse-deadline-rules.ts'

export function parsed(text: string): DeadlineRules {
  const checked = parseDeadlineRules(text, 'rules.yaml')
  if (!checked.ok) throw new Error(checked.problems.map(({ code, at }) => `${at?.line} ${code}`).join(', '))
  return checked.value
}

/** Rules over the events `a` to `d`, `pause`, `resume` and `exception`. */
export function smallRules(deadlines: string, saturdayCounts = false): string {
  const kinds = ['a', 'b', 'c', 'd', 'pause', 'resume', 'exception']
  return `key: small
version: 1
title: { da: Små, en: Small }
inForce: {}
settings: { saturdayCounts: ${saturdayCounts}, pause: [pause], resume: [resume], exception: [exception] }
kinds:
${kinds.map((kind) => `  - { key: ${kind}, name: { da: ${kind}, en: ${kind} }, needsTime: true }`).join('\n')}
deadlines:
${deadlines}`
}

/** One rule with the id X. */
export function smallRule(kind: string, ...lines: readonly string[]): CompiledRules {
  const rule = [
    `  - { id: X, kind: ${kind}, text: { da: x, en: x }, legal: '§ 1', confidence: memory`,
    ...lines,
  ]
  return compileRules([parsed(smallRules(`${rule.join(', ')} }\n`))])
}

/** An event on a day, or at a time of day as Danish clocks show it (the first of two). */
export function at(kind: string, when: string, attributes: Readonly<Record<string, string>> = {}): CaseEvent {
  const [date = '', time] = when.split(' ')
  const day = dayNumberOf(date)
  const [hours = 0, minutes = 0] = time?.split(':').map(Number) ?? []
  const moment = time === undefined ? null : momentsOf(day, hours * 60 + minutes)[0]
  if (moment === undefined) throw new Error(`no clock showed ${when}`)
  return { kind, day, moment, unit: 'Nord', caseworker: 'A', child: attributes['child'] ?? '', attributes }
}

/** The moment that Danish clocks show a time, for `asOf`. */
export function moment(when: string): number {
  return at('a', when.includes(' ') ? when : `${when} 12:00`).moment ?? 0
}

export function judged(
  compiled: CompiledRules,
  events: readonly CaseEvent[],
  asOf: string,
  rule?: string,
): string[] {
  return judgeCase(compiled, events, moment(asOf))
    .filter((deadline) => rule === undefined || deadline.rule === rule)
    .map(inWords)
}

/** `late by 3, due 2024-03-01`, with what is not null. */
function inWords({ state, lateBy, due, because }: Deadline): string {
  return [
    lateBy === null ? state : `${state} by ${Math.round(lateBy * 100) / 100}`,
    ...(due === null ? [] : [`due ${isoDay(due.day)}`]),
    ...(because === null ? [] : [because]),
  ].join(', ')
}
