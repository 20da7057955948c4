/** What the server under load tells the load. */
export interface ManyReport {
  readonly address: string
  /** Answered questions of reviews in all municipalities. */
  readonly items: number
  /** Keys of the questions of every review. */
  readonly questions: readonly string[]
  readonly signedIn: readonly SignedIn[]
}

export interface SignedIn {
  readonly cookie: string
  /** Key. */
  readonly round: string
  /** Own reviews that can still be answered; none for those who only look on. */
  readonly open: readonly string[]
  readonly submitted: readonly string[]
}
