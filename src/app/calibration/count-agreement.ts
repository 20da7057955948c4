import { questionAgreement, sumPairs, type QuestionAgreement } from '../../core/calibration/agreement.ts'
import { voicesOf, type HandedIn, type Voice } from '../../core/calibration/voice.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme, Question } from '../../core/programme/programme.ts'
import type { GivenInCalibration } from '../../storage/calibration/results.ts'
import type { TrainingCaseVersion } from '../../storage/calibration/training-case.ts'
import type { PersonId } from '../../storage/ids.ts'
import { givenAnswers } from '../review/given-answers.ts'

export interface CountedQuestion extends QuestionAgreement {
  readonly definition: Question
  /** In the order of the people, over all cases; null: not asked, or not handed in. */
  readonly voices: readonly (Voice | null)[]
}

export interface CountedCase {
  readonly training: TrainingCaseVersion
  /** In the order of the form. */
  readonly questions: readonly CountedQuestion[]
}

export interface Counted {
  /** Everybody who handed anything in, in the order of `voices`. */
  readonly people: readonly { readonly person: PersonId; readonly level: number }[]
  readonly cases: readonly CountedCase[]
  readonly pairs: number
  readonly agreeing: number
}

/** Agreement on every question of every case, from what was handed in. */
export function countAgreement(
  programme: Programme,
  cases: readonly TrainingCaseVersion[],
  given: readonly GivenInCalibration[],
): Counted {
  const levels = new Map(given.map(({ person, level }) => [person, level] as const))
  const people = [...levels].map(([person, level]) => ({ person, level }))
  const counted = cases.map((training): CountedCase => {
    const stage = getStage(programme, training.stage)
    const forms = people.map(({ person, level }): HandedIn | null => {
      const own = given.filter((each) => each.trainingCase === training.id && each.person === person)
      return own.length === 0 ? null : { level, answers: givenAnswers(own) }
    })
    const voices = voicesOf(stage, forms)
    const questions = stage.questions.map((definition) => {
      const said = voices.get(definition.key) ?? []
      return { definition, voices: said, ...questionAgreement(definition, said) }
    })
    return { training, questions }
  })
  return { people, cases: counted, ...sumPairs(counted.flatMap(({ questions }) => questions)) }
}
