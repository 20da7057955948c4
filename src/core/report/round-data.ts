import type { LocalText } from '../language/language.ts'
import type { Programme, Question } from '../programme/programme.ts'
import type { DifferenceReason } from '../review/difference.ts'
import { whatStands, type GivenAnswer } from '../review/given-answer.ts'
import type { DataCell } from '../tabular/csv-text.ts'
import { distributionRows } from './answer-distribution.ts'

type Given = Omit<GivenAnswer, 'overrideReason'>

interface AnsweredQuestion {
  readonly level: number
  readonly caseId: string
  readonly stage: string
  readonly unit: string
  readonly question: string
}

export interface DataAnswer extends AnsweredQuestion {
  /** What statistics count; null: nothing was answered independently. */
  readonly independent: Given | null
  /** What stands now. */
  readonly now: Given | null
}

export interface DataConsensus extends AnsweredQuestion {
  readonly levelBelow: number
  readonly own: string | null
  readonly below: string | null
  readonly reason: DifferenceReason
  readonly consensus: string
}

/** One table of a round's data; `key` names its file or sheet. */
export interface DataTable {
  readonly key: 'answers' | 'values' | 'distribution' | 'consensus'
  /** What it holds, for the first page. */
  readonly about: LocalText
  readonly columns: readonly string[]
  readonly rows: readonly (readonly DataCell[])[]
}

export interface RoundData {
  readonly round: string
  readonly programme: Programme
  readonly answers: readonly DataAnswer[]
  readonly consensus: readonly DataConsensus[]
}

/**
 * A round's data as tables for other programs: no person's name, and nothing that somebody wrote beside an answer. The
 * first table is an answers file as `tilsyn analyse` reads it.
 */
export function roundDataTables({ round, programme, answers, consensus }: RoundData): readonly DataTable[] {
  const questions = new Map(
    programme.stages.flatMap((stage) => stage.questions.map((question) => [question.key, question] as const)),
  )
  const known = <T extends AnsweredQuestion>(row: T) => {
    const question = questions.get(row.question)
    return question === undefined ? [] : [{ row, question }]
  }
  const asked = answers.flatMap(known)
  const place = ({ caseId, stage, unit, level }: AnsweredQuestion) => [round, caseId, stage, unit, level]
  return [
    {
      key: 'answers',
      about: about.answers,
      columns: placeColumns.concat(['question', 'answer', 'number', 'corrected_answer']),
      rows: asked
        .filter(({ row, question }) => question.answerType === 'yes-no' && row.independent !== null)
        .map(({ row, question }) => [
          ...place(row),
          question.key,
          cellOf(question, whatStands(row.independent ?? undefined)),
          question.number,
          corrected(question, row),
        ]),
    },
    {
      key: 'values',
      about: about.values,
      columns: placeColumns.concat([
        'question',
        'number',
        'type',
        'value',
        'meaning',
        'rule_value',
        'overridden',
        'corrected_value',
      ]),
      rows: asked
        .filter(({ question }) => question.answerType !== 'yes-no')
        .map(({ row, question }) => {
          const stands = whatStands(row.independent ?? undefined)
          return [
            ...place(row),
            question.key,
            question.number,
            question.answerType,
            cellOf(question, stands),
            meaningOf(question, stands),
            cellOf(question, row.independent?.derivedValue ?? null),
            question.derived === undefined ? null : row.independent?.value == null ? 'nej' : 'ja',
            corrected(question, row),
          ]
        }),
    },
    {
      key: 'distribution',
      about: about.distribution,
      columns: [
        'round',
        'level',
        'stage',
        'question',
        'number',
        'text',
        'value',
        'meaning',
        'count',
        'answered',
      ],
      rows: distributionRows(asked).map(({ level, stage, question, value, count, answered }) => [
        round,
        level,
        stage,
        question.key,
        question.number,
        question.text.da,
        cellOf(question, value),
        meaningOf(question, value),
        count,
        answered,
      ]),
    },
    {
      key: 'consensus',
      about: about.consensus,
      columns: placeColumns.concat([
        'level_below',
        'question',
        'number',
        'answer',
        'answer_below',
        'consensus',
        'meaning',
        'reason',
      ]),
      rows: consensus
        .flatMap(known)
        .map(({ row, question }) => [
          ...place(row),
          row.levelBelow,
          question.key,
          question.number,
          cellOf(question, row.own),
          cellOf(question, row.below),
          cellOf(question, row.consensus),
          meaningOf(question, row.consensus),
          row.reason,
        ]),
    },
  ]
}

const placeColumns: readonly string[] = ['round', 'case_id', 'stage', 'unit', 'level']

/** As the answers file writes them. */
const words: Readonly<Record<string, string>> = { yes: 'ja', no: 'nej', na: 'ikke_relevant' }

function cellOf({ answerType }: Question, given: string | null): DataCell {
  if (given === null) return null
  if (answerType === 'yes-no') return words[given] ?? given
  return answerType === 'number' || answerType === 'graded' ? Number(given) : given
}

function meaningOf({ answerType, grades }: Question, given: string | null): DataCell {
  return answerType === 'graded' ? (grades?.[Number(given) - 1]?.da ?? null) : null
}

/** Beside an answer whose question the corrected answers no longer ask. */
const fellAway = 'bortfaldet'

/** What stands now, where it is not what statistics count. */
function corrected(question: Question, { independent, now }: DataAnswer): DataCell {
  if (independent !== null && now === null) return fellAway
  const stands = whatStands(now ?? undefined)
  return stands === whatStands(independent ?? undefined) ? null : cellOf(question, stands)
}

const about = {
  answers: {
    da: 'Svar med ja, nej og ikke relevant, som tallene bygger på. Kan læses af tilsyn analyse. Er et svar rettet, efter at et andet niveaus svar var åbne, står rettelsen i corrected_answer; bortfaldet betyder, at spørgsmålet ikke længere bliver stillet.',
    en: 'Answers with yes, no and not applicable, as the figures count them. Can be read by tilsyn analyse. Where an answer was corrected after another level’s answers were open, the correction stands in corrected_answer; bortfaldet means that the question is no longer asked.',
  },
  values: {
    da: 'Grader, tal, datoer og tekster. Følger en grad af andre svar, står reglens grad i rule_value, og overridden siger, om den er fraveget. Står der bortfaldet i corrected_value, bliver spørgsmålet ikke længere stillet.',
    en: 'Grades, numbers, days and texts. Where a grade follows from other answers, rule_value has the rule’s grade and overridden says whether the reviewer chose another. Where corrected_value has bortfaldet, the question is no longer asked.',
  },
  distribution: {
    da: 'Hvor mange der gav hvert svar, efter niveau og spørgsmål. Små tal er ikke skjult: arket er ikke til offentliggørelse.',
    en: 'How many gave each answer, by level and question. Small counts are not hidden: the sheet is not for publication.',
  },
  consensus: {
    da: 'Hvad to niveauer er blevet enige om, og hvorfor de svarede forskelligt. Ingen af de to svar er ændret.',
    en: 'What two levels agreed on, and why they had answered differently. Neither answer is changed.',
  },
} as const satisfies Readonly<Record<DataTable['key'], LocalText>>
