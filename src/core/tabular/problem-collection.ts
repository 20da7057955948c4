import type { Problem } from '../language/problem.ts'

/** More than this helps nobody: the first fifty usually share one cause. */
const shown = 50

/** Gathers problems from a long file: keeps the first fifty and counts the rest, so that a wrong column cannot fill the memory. */
export class ProblemCollection {
  readonly #kept: Problem[] = []
  #count = 0

  add(problem: Problem): void {
    this.#count += 1
    if (this.#kept.length < shown) this.#kept.push(problem)
  }

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** The kept problems and, where there were more, a last one that says how many. */
  list(file: string): readonly Problem[] {
    const hidden = this.#count - this.#kept.length
    if (hidden === 0) return this.#kept
    return [
      ...this.#kept,
      {
        code: 'more-problems',
        text: {
          da: `${hidden} fejl mere i samme fil er ikke vist. Ret de viste først; ofte har de samme årsag.`,
          en: `${hidden} more problems in the same file are not shown. Mend the ones above first; often they share one cause.`,
        },
        at: { file },
      },
    ]
  }
}
