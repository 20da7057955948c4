/**
 * Where a report stands on its way out. What the legal check is made of, is approved and released as it was handed over:
 * texts and numbers are frozen then, so that nobody releases anything else than was read.
 */
export const releaseStates = ['draft', 'checking', 'checked', 'approved', 'released', 'dropped'] as const
export type ReleaseState = (typeof releaseStates)[number]

/** What takes a report from one state to the next, or back. */
export const releaseSteps = ['hand-over', 'pass', 'approve', 'release', 'send-back', 'drop'] as const
export type ReleaseStep = (typeof releaseSteps)[number]

const moves: Readonly<
  Record<ReleaseStep, { readonly from: readonly ReleaseState[]; readonly to: ReleaseState }>
> = {
  'hand-over': { from: ['draft'], to: 'checking' },
  pass: { from: ['checking'], to: 'checked' },
  approve: { from: ['checked'], to: 'approved' },
  release: { from: ['approved'], to: 'released' },
  'send-back': { from: ['checking', 'checked', 'approved'], to: 'draft' },
  drop: { from: ['draft'], to: 'dropped' },
}

/** The state that a step leads to; undefined where it cannot be taken. */
export function stateAfter(state: ReleaseState, step: ReleaseStep): ReleaseState | undefined {
  const { from, to } = moves[step]
  return from.includes(state) ? to : undefined
}

/** Whoever wrote in a report neither checks nor approves it. */
export function needsOther(step: ReleaseStep): boolean {
  return step === 'pass' || step === 'approve'
}

/** Whom a report is for; it decides which parts stand in it to begin with. */
export const releaseTemplates = ['committee', 'director', 'ombudsman'] as const
export type ReleaseTemplate = (typeof releaseTemplates)[number]

/** Keys of the sections that a report begins without. */
export const leftOutAtFirst: Readonly<Record<ReleaseTemplate, readonly string[]>> = {
  committee: [],
  director: ['cases', 'levels', 'annex-questions'],
  ombudsman: ['units'],
}

/** What a reader must know to judge the rest: how cases were chosen, what went otherwise, and how numbers were made. */
export const neverLeftOut: readonly string[] = ['background', 'irregularities', 'annex-technical']
