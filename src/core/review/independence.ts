/** Why somebody cannot judge a case independently (domain.md, People), in the words they choose among. */
export const conflictGrounds = ['took-part', 'decided', 'supervised', 'discussed', 'knows'] as const
export type ConflictGround = (typeof conflictGrounds)[number]

/** What a reviewer says before the first answer; may be taken back for a conflict as long as the review is open. */
export const independenceVerdicts = ['independent', ...conflictGrounds] as const
export type IndependenceVerdict = (typeof independenceVerdicts)[number]

/**
 * Who of those who answer one form together has not said yet that they can judge the case: their name will stand under
 * the answers, so nothing is submitted before. Of two who answer apart each can only hand in their own form.
 */
export function undeclared<P extends string>(
  apart: boolean,
  reviewers: readonly { readonly person: P; readonly declared: boolean }[],
): readonly P[] {
  return apart ? [] : reviewers.filter(({ declared }) => !declared).map(({ person }) => person)
}
