import type { LocalText } from '../language/language.ts'
import type { Programme, Question } from '../programme/programme.ts'
import type { SeriesBreak } from './inference.ts'

/**
 * Questions of the programme that ask something else than under the baseline round's version. A changed wording starts a
 * new series unless the question declares itself comparable with that version; a changed answer type or expected answer
 * always does, since the figures would mean something else.
 */
export function listSeriesBreaks(programme: Programme, baseline: Programme): readonly SeriesBreak[] {
  const before = new Map(
    baseline.stages.flatMap((stage) =>
      stage.questions.map((question) => [question.key, { stage: stage.key, question }] as const),
    ),
  )
  return programme.stages.flatMap((stage) =>
    stage.questions.flatMap((question): readonly SeriesBreak[] => {
      const earlier = before.get(question.key)
      const cause =
        earlier === undefined || earlier.stage !== stage.key ? 'new' : causeOf(question, earlier.question)
      if (cause === null) return []
      return [
        {
          stage: stage.key,
          question: question.key,
          baselineVersion: baseline.version,
          cause,
          declaredComparable: cause === 'wording' && (question.comparable ?? []).includes(baseline.version),
          reason: reasons[cause],
        },
      ]
    }),
  )
}

/** Keys of questions that the two rounds cannot be compared on. */
export function listIncomparable(breaks: readonly SeriesBreak[]): ReadonlySet<string> {
  return new Set(breaks.filter((one) => !one.declaredComparable).map((one) => one.question))
}

function causeOf(now: Question, before: Question): 'wording' | 'answer' | null {
  if (now.answerType !== before.answerType || now.expected !== before.expected) return 'answer'
  // A condition decides which cases are asked at all.
  const condition = ({ askedWhen }: Question): string =>
    askedWhen === undefined ? '' : `${askedWhen.question} ${askedWhen.answered.toSorted().join()}`
  if (condition(now) !== condition(before)) return 'answer'
  return (['da', 'en'] as const).every(
    (language) => plain(now.text[language]) === plain(before.text[language]),
  )
    ? null
    : 'wording'
}

/** Spacing is no wording. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

const reasons: Readonly<Record<SeriesBreak['cause'], LocalText>> = {
  new: {
    da: 'Spørgsmålet fandtes ikke i baselinens version.',
    en: 'The question was not in the baseline’s version.',
  },
  wording: {
    da: 'Spørgsmålet lød anderledes i baselinens version.',
    en: 'The question was worded differently in the baseline’s version.',
  },
  answer: {
    da: 'Spørgsmålet havde en anden svartype, et andet forventet svar eller en anden betingelse i baselinens version.',
    en: 'The question had another answer type, expected answer or condition in the baseline’s version.',
  },
}
