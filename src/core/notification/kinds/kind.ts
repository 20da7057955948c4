import type { Language } from '../../language/language.ts'

/** A sentence for one and a sentence for several; `{n}` is their number. */
interface Counted {
  readonly one: string
  readonly other: string
}

/** What people are told about. */
export interface Kind {
  /** Mailed at once, whatever the person prefers: a child may be at risk. */
  readonly urgent: boolean
  readonly text: Readonly<Record<Language, Counted>>
}
