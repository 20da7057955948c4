/** One document of an invented case file: what a reviewer would find in the case system. */
export interface TrainingDocument {
  readonly title: string
  /** ISO day. */
  readonly date: string
  readonly text: string
}

/** An invented case file of one stage. No child, no family and no caseworker in it exists. */
export interface TrainingCase {
  readonly title: string
  /** Key of the stage whose questions are answered. */
  readonly stage: string
  /** ISO days between which the stage ran; the law in force on the last of them applies. */
  readonly started: string
  readonly completed: string
  readonly documents: readonly TrainingDocument[]
}
