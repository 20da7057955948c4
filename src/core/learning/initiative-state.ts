export const initiativeStates = ['planned', 'running', 'done', 'stopped'] as const
export type InitiativeState = (typeof initiativeStates)[number]

export const initiativeActs = ['started', 'noted', 'done', 'stopped', 'resumed'] as const
export type InitiativeActKind = (typeof initiativeActs)[number]

/** What somebody said happened on a day, ISO. */
export interface InitiativeAct {
  readonly kind: InitiativeActKind
  readonly day: string
}

/** What the acts add up to, the first first. */
export function initiativeState(acts: readonly InitiativeAct[]): InitiativeState {
  return acts.reduce<InitiativeState>((state, { kind }) => after(state, kind), 'planned')
}

function after(state: InitiativeState, kind: InitiativeActKind): InitiativeState {
  switch (kind) {
    case 'started':
    case 'resumed':
      return 'running'
    case 'done':
      return 'done'
    case 'stopped':
      return 'stopped'
    case 'noted':
      return state
    default:
      return kind satisfies never
  }
}

const possible: Readonly<Record<InitiativeState, readonly InitiativeActKind[]>> = {
  planned: ['started', 'noted', 'stopped'],
  running: ['noted', 'done', 'stopped'],
  done: ['noted', 'resumed'],
  stopped: ['noted', 'resumed'],
}

/** What can be done next. Who never started has nothing to resume: the start is the day that before and after hang on. */
export function possibleActs(acts: readonly InitiativeAct[]): readonly InitiativeActKind[] {
  const state = initiativeState(acts)
  const begun = acts.some(({ kind }) => kind === 'started')
  return possible[state].map((kind) => (kind === 'resumed' && !begun ? 'started' : kind))
}

/** Why an act cannot be written; null: it can. `earliest` and `today` are ISO days, both included. */
export function refusalOfInitiativeAct(
  acts: readonly InitiativeAct[],
  { kind, day }: InitiativeAct,
  { earliest, today }: { readonly earliest: string; readonly today: string },
):
  | 'initiative-not-now'
  | 'initiative-day-ahead'
  | 'initiative-day-before-plan'
  | 'initiative-day-back'
  | null {
  if (!possibleActs(acts).includes(kind)) return 'initiative-not-now'
  if (day > today) return 'initiative-day-ahead'
  if (day < earliest) return 'initiative-day-before-plan'
  const turned = acts.findLast((act) => act.kind !== 'noted')
  // A note may be about any day since there was a plan.
  return kind !== 'noted' && turned !== undefined && day < turned.day ? 'initiative-day-back' : null
}

/** The day that before and after are reckoned from: when it was started, else when it is meant to. */
export function startOfInitiative(acts: readonly InitiativeAct[], plannedStart: string): string {
  return acts.find(({ kind }) => kind === 'started')?.day ?? plannedStart
}

/** When it was done or stopped for good; null while it is not. */
export function endOfInitiative(acts: readonly InitiativeAct[]): string | null {
  const state = initiativeState(acts)
  if (state !== 'done' && state !== 'stopped') return null
  return acts.findLast(({ kind }) => kind === 'done' || kind === 'stopped')?.day ?? null
}
