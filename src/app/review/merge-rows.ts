import type { MergeRow } from '../../contract/review/merge.ts'
import type { Question } from '../../core/programme/programme.ts'
import type { PersonId } from '../../storage/ids.ts'
import type { Immutable } from '../../contract/frame/route.ts'
import type { MergeMove } from '../../storage/review/merge.ts'
import type { Merge } from './merge-data.ts'

/** Every question with what each said and what was chosen, in the order of the form. */
export function toMergeRows(
  questions: readonly Question[],
  merge: Merge,
  me: PersonId,
): readonly Immutable<MergeRow>[] {
  return questions.flatMap(({ key, number, text, answerType, grades = [] }): Immutable<MergeRow>[] => {
    const standing = merge.standings.find((each) => each.question === key)
    if (standing === undefined) return []
    const { state, given, choice } = standing
    const sides = merge.forms.map(({ person }) => {
      const own = merge.answers.find((each) => each.question === key && each.person === person)
      return {
        given: own?.answer ?? own?.value ?? null,
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
        given,
        sides,
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
