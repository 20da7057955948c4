import { danishOffset } from '../../calendar/danish-time.ts'
import { isoDay } from '../../calendar/day-number.ts'
import type { Language } from '../../language/language.ts'
import { getStage } from '../../programme/lookup.ts'
import type { Programme } from '../../programme/programme.ts'
import type { DataCell } from '../../tabular/csv-text.ts'
import { indexQuestions } from '../../analysis/question-index.ts'
import type { DeadlinePoint } from '../deadline.ts'
import { stateWords } from '../state-words.ts'
import { notMatchedWords, outcomeWords } from './reconciliation-words.ts'
import type { ReconciledAnswer } from './reconciliation.ts'

const msInMinute = 60_000

/** Columns of a file of reconciled answers: both sources side by side. */
export const reconciliationColumns = [
  { key: 'round', da: 'Runde', en: 'Round' },
  { key: 'level', da: 'Niveau', en: 'Level' },
  { key: 'unit', da: 'Enhed', en: 'Unit' },
  { key: 'case_id', da: 'Sag', en: 'Case' },
  { key: 'stage', da: 'Sagstrin', en: 'Case stage' },
  { key: 'question', da: 'Spørgsmål', en: 'Question' },
  { key: 'rule', da: 'Frist', en: 'Deadline' },
  { key: 'outcome', da: 'Udfald', en: 'Outcome' },
  { key: 'answer', da: 'Gennemgangens svar', en: 'The review’s answer' },
  { key: 'registry', da: 'Registret siger', en: 'The registry says' },
  { key: 'started', da: 'Fristen begyndte', en: 'Clock started' },
  { key: 'due', da: 'Fristen udløb', en: 'Due' },
  { key: 'done', da: 'Holdt', en: 'Done' },
  { key: 'because', da: 'Hvorfor', en: 'Why' },
] as const

const answers = {
  yes: { da: 'ja', en: 'yes' },
  no: { da: 'nej', en: 'no' },
  na: { da: 'ikke relevant', en: 'not applicable' },
} as const

/** One answer as a row. `codes` leaves outcomes and states as the keys that programs read. */
export function reconciliationRow(
  round: string,
  answer: ReconciledAnswer,
  {
    programme,
    language,
    codes,
  }: { readonly programme: Programme; readonly language: Language; readonly codes: boolean },
): readonly DataCell[] {
  const { registry, outcome } = answer
  const points = (of: (clock: (typeof registry.clocks)[number]) => DeadlinePoint | null) =>
    joined(registry.clocks.map((clock) => written(of(clock))))
  const question = indexQuestions(programme).get(answer.question)?.question
  return [
    round,
    answer.level,
    answer.unit,
    answer.caseId,
    codes ? answer.stage : getStage(programme, answer.stage).title[language],
    codes || question === undefined ? answer.question : `${question.number} ${question.text[language]}`,
    answer.rules.join(', '),
    codes ? outcome : outcomeWords[outcome][language],
    codes ? answer.answer : answers[answer.answer][language],
    joined(registry.clocks.map(({ state }) => (codes ? state : stateWords[state][language]))),
    points(({ started }) => started),
    points(({ due }) => due),
    points(({ done }) => done),
    registry.state !== 'not-matched'
      ? null
      : codes
        ? registry.reason
        : notMatchedWords[registry.reason][language],
  ]
}

/** Several clocks stand in one cell, in their order. */
function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(' / ')
}

/** A day, or a moment as Danish clocks showed it. */
function written(point: DeadlinePoint | null): string {
  if (point === null) return '–'
  const { day, moment } = point
  if (moment === null) return isoDay(day)
  const minutes = Math.floor((moment + danishOffset(moment)) / msInMinute)
  const [shown, minute] = [Math.floor(minutes / 1440), ((minutes % 1440) + 1440) % 1440]
  const two = (value: number) => String(value).padStart(2, '0')
  return `${isoDay(shown)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
