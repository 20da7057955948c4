/** What people enter where the case system has no place for it; each has a page. */
export const registers = ['safety-plan', 'placement', 'notifier', 'disagreement'] as const
export type Register = (typeof registers)[number]

/** Roles whose approval a safety plan needs, in the order that they stand in the source. */
export const approvingRoles = ['department-manager', 'area-manager', 'unit-lawyer'] as const
export type ApprovingRole = (typeof approvingRoles)[number]

export const approvalKinds = {
  'department-manager': 'safety-plan-approved-department-manager',
  'area-manager': 'safety-plan-approved-area-manager',
  'unit-lawyer': 'safety-plan-approved-unit-lawyer',
} as const satisfies Readonly<Record<ApprovingRole, string>>

/** The role whose approval an event is. */
export function roleOfApproval(kind: string): ApprovingRole | undefined {
  return approvingRoles.find((role) => approvalKinds[role] === kind)
}

/** Kinds of event that can be entered in each register, in the order they come. */
export const enteredKinds = {
  'safety-plan': [
    'safety-plan-proposed',
    ...approvingRoles.map((role) => approvalKinds[role]),
    'safety-plan-started',
    'safety-plan-reviewed',
    'safety-plan-ended',
  ],
  placement: ['placement-committee-passed', 'exception-recorded'],
  notifier: ['notification-acknowledged', 'professional-informed'],
  disagreement: [
    'responsibility-disputed',
    'responsibility-to-department-manager',
    'responsibility-to-manager',
    'responsibility-settled',
    'exception-recorded',
  ],
} as const satisfies Readonly<Record<Register, readonly string[]>>

/** Kinds by which the registers find what they show. Of placements most come from the case system. */
export const shownKinds = {
  'safety-plan': enteredKinds['safety-plan'],
  placement: [
    'placement-decided',
    'placement-committee-passed',
    'placement-started',
    'placement-ended',
    'exception-recorded',
  ],
  disagreement: enteredKinds.disagreement,
} as const satisfies Readonly<Partial<Record<Register, readonly string[]>>>

/** Without a single event of these a register has never had anything to show. An exception can be of another rule. */
export const tellingKinds: Readonly<Record<Register, readonly string[]>> = {
  'safety-plan': shownKinds['safety-plan'],
  placement: shownKinds.placement.filter((kind) => kind !== 'exception-recorded'),
  notifier: ['notification-received', ...enteredKinds.notifier],
  disagreement: shownKinds.disagreement.filter((kind) => kind !== 'exception-recorded'),
}

/** Rules that are judged of what a register shows; most of those of the notifier stand in the laws. */
export const registerRules = {
  'safety-plan': ['G01', 'G02'],
  placement: ['G03'],
  notifier: ['R02', 'R03', 'G08'],
  disagreement: ['G04', 'G05', 'G06', 'G07'],
} as const satisfies Readonly<Record<Register, readonly string[]>>

/** The rule that an exception entered in a register lifts. */
export const liftedRule: Readonly<Partial<Record<Register, string>>> = {
  placement: 'G03',
  disagreement: 'G07',
}

/** The attribute that keeps the plans, placements or disagreements of one case apart. */
export const apartAttribute = {
  'safety-plan': 'safety_plan',
  placement: 'measure',
  disagreement: 'disagreement',
} as const satisfies Readonly<Partial<Record<Register, string>>>

/** A register in which one thing goes through steps; a notifier is told things one by one. */
export type SteppedRegister = keyof typeof apartAttribute

export function isStepped(register: Register): register is SteppedRegister {
  return register !== 'notifier'
}

/** What an entry turns into that no longer counts; no rule asks about these kinds. */
export const withdrawnKind = 'entry-withdrawn'
export const setAsideKind = 'entry-set-aside'

/** Key of the rules of the gates. */
export const gatesKey = 'local-gates'

/** What the source of entries is called; nothing is imported into it. */
export const builtInSourceName = 'Tilsyn (registre)'
