import type { Problem } from '../language/problem.ts'
import type { Answer } from './answer.ts'
import { answeredTwice, caseInTwoUnits, reviewWithTwoWeights, type Clash } from './answer-problems.ts'

interface Seen {
  readonly file: string
  readonly line: number
}

interface SeenReview extends Seen {
  readonly weight: number
  /** By question. */
  readonly answered: Map<string, Seen>
}

/** Remembers what earlier rows said, to find the row that contradicts them. */
export class AnswerConflicts {
  readonly #cases = new Map<string, Seen & { readonly unit: string }>()
  readonly #reviews = new Map<string, SeenReview>()

  /** The row's conflict with an earlier one, or undefined when it fits. */
  check(answer: Answer, file: string): Problem | undefined {
    const { round, caseId, stage, unit, level, question, weight, line = 0 } = answer
    const clash = (column: string, earlier: Seen): Clash => ({
      at: { file, line, column },
      earlier: `${earlier.file}:${earlier.line}`,
    })
    const caseKey = `${round}\t${stage}\t${caseId}`
    const known = this.#cases.get(caseKey)
    if (known === undefined) this.#cases.set(caseKey, { file, line, unit })
    else if (known.unit !== unit) return caseInTwoUnits(caseId, unit, known.unit, clash('unit', known))
    const reviewKey = `${level}\t${caseKey}`
    const review = this.#reviews.get(reviewKey)
    if (review === undefined) {
      this.#reviews.set(reviewKey, { file, line, weight, answered: new Map([[question, { file, line }]]) })
      return undefined
    }
    if (review.weight !== weight) return reviewWithTwoWeights(caseId, level, clash('weight', review))
    const earlier = review.answered.get(question)
    if (earlier !== undefined) return answeredTwice(question, caseId, level, clash('question', earlier))
    review.answered.set(question, { file, line })
    return undefined
  }
}
