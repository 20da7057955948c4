/** Why somebody cannot judge a case independently (domain.md, People), in the words they choose among. */
export const conflictGrounds = ['took-part', 'decided', 'supervised', 'discussed', 'knows'] as const
export type ConflictGround = (typeof conflictGrounds)[number]

/** What a reviewer says before the first answer; may be taken back for a conflict as long as the review is open. */
export const independenceVerdicts = ['independent', ...conflictGrounds] as const
export type IndependenceVerdict = (typeof independenceVerdicts)[number]
