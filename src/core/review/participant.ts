/** What somebody did in a case stage. */
export type Part = 'responsible' | 'took-part' | 'decided' | 'advised'

export interface Participant {
  readonly part: Part
  /** The case system's id of the caseworker. */
  readonly caseworker: string
  /** Null: not a person of this system. */
  readonly name: string | null
}
