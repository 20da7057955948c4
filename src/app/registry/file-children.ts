import type { Checked, Problem } from '../../core/language/problem.ts'

/** Which child a row is about, so that one CPR number is one child throughout a file. */
export class FileChildren {
  readonly #file: string
  readonly #byHash = new Map<string, string>()
  readonly #hashOf = new Map<string, { readonly hash: string; readonly line: number }>()

  constructor(file: string) {
    this.#file = file
  }

  /** The child's id: the file's, or one made of the keyed hash where the file gives a CPR number only; null: unknown. */
  identify(id: string, cprHash: string | null, line: number): Checked<string | null> {
    if (cprHash === null) return { ok: true, value: id === '' ? null : id }
    const known = this.#byHash.get(cprHash)
    if (known !== undefined) return { ok: true, value: known }
    const child = id === '' ? `K-${cprHash.slice(0, 16)}` : id
    const other = this.#hashOf.get(child)
    if (other !== undefined && other.hash !== cprHash)
      return { ok: false, problems: [twoNumbers(this.#file, other.line, line)] }
    this.#byHash.set(cprHash, child)
    this.#hashOf.set(child, { hash: cprHash, line })
    return { ok: true, value: child }
  }
}

function twoNumbers(file: string, earlier: number, line: number): Problem {
  return {
    code: 'child-with-two-cpr',
    text: {
      da: `Barnet har et andet CPR-nummer her end i linje ${earlier}. Ret det, der er forkert.`,
      en: `The child has another CPR number here than in line ${earlier}. Correct the one that is wrong.`,
    },
    at: { file, line },
  }
}
