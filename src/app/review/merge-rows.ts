import type { MergeRow } from '../../contract/review/merge.ts'
import type { Question } from '../../core/programme/programme.ts'
import { derivedGrades } from '../../core/review/derived-grade.ts'
import { sayTheSame, whatStands } from '../../core/review/given-answer.ts'
import type { PersonId } from '../../storage/ids.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { MergeMove } from '../../storage/review/merge.ts'
import { givenAnswers } from './given-answers.ts'
import type { Merge } from './merge-data.ts'

/** Every question with what each said and what was chosen, in the order of the form. */
export function toMergeRows(
  questions: readonly Question[],
  merge: Merge,
  me: PersonId,
): readonly Immutable<MergeRow>[] {
  const forms = merge.forms.map(({ person }) => {
    const answers = merge.answers.filter((each) => each.person === person)
    return { answers, grades: derivedGrades(questions, givenAnswers(answers)) }
  })
  const counted = merge.standings.filter(({ state }) => state !== 'chosen')
  const followed = derivedGrades(
    questions,
    new Map(counted.flatMap(({ question, given }) => (given === null ? [] : [[question, given] as const]))),
  )
  return questions.flatMap(({ key, number, text, answerType, grades = [] }): Immutable<MergeRow>[] => {
    const standing = merge.standings.find((each) => each.question === key)
    if (standing === undefined) return []
    const { state, given, choice, settle } = standing
    const sides = forms.map(({ answers, grades: followsThere }) => {
      const own = answers.find((each) => each.question === key)
      return {
        answer: own?.answer ?? null,
        value: own?.value ?? null,
        derivedValue: followsThere.get(key)?.toString() ?? null,
        overrideReason: own?.overrideReason ?? null,
        comment: own?.comment ?? null,
        evidenceReference: own?.evidenceReference ?? null,
        evidenceDate: own?.evidenceDate ?? null,
      }
    })
    return [
      {
        question: key,
        number,
        text,
        answerType,
        grades,
        state,
        given: given ?? (state === 'follows' ? (followed.get(key)?.toString() ?? null) : null),
        differs: sides.some(
          (each) =>
            !sayTheSame(answerType, whatStands(each), whatStands(sides[0])) ||
            // The rule may give an answer that only one of them overrode.
            (settle !== null && each.value !== (sides[0]?.value ?? null)),
        ),
        sides,
        settle,
        choice: choice && toChoice(choice, merge.moves, me),
      },
    ]
  })
}

function toChoice(choice: MergeMove, moves: readonly MergeMove[], me: PersonId): MergeRow['choice'] {
  const { id, question, person, by, at, reason, note } = choice
  if (reason === null) throw new Error('a choice always has its reason')
  const confirmed = moves.find(
    (each) =>
      each.kind === 'confirmed' && each.question === question && each.id > id && each.person !== person,
  )
  const confirmedBy = confirmed?.by ?? null
  return { id, reason, note, by, me: person === me, at: at.toISOString(), confirmedBy }
}
