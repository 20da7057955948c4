import type { LocalText } from '../../language/language.ts'

/**
 * How the overview sheet sorts what has happened in a case: by the keys that the rule files give the kinds of events. A
 * kind that nobody has named here stands under `other`.
 */
export const sheetGroups = [
  'notifications',
  'assessments',
  'conversations',
  'consents',
  'decisions',
  'plans',
  'measures',
  'follow-ups',
  'visits',
  'approvals',
  'disagreements',
  'other',
] as const
export type SheetGroup = (typeof sheetGroups)[number]

const kindsOfGroups: Readonly<Record<Exclude<SheetGroup, 'other'>, readonly string[]>> = {
  notifications: [
    'notification-received',
    'notification-assessed',
    'notification-acknowledged',
    'notification-reassessed',
    'notification-closed',
    'professional-informed',
  ],
  assessments: ['assessment-opened', 'preliminary-assessment', 'assessment-completed'],
  conversations: ['child-conversation', 'child-talk-without-staff'],
  consents: ['consent-given', 'support-person-offered'],
  decisions: ['measure-decided', 'placement-decided', 'placement-site-decided', 'follow-up-rhythm-set'],
  plans: ['plan-made', 'plan-sent', 'safety-plan-proposed', 'safety-plan-reviewed'],
  measures: [
    'measure-started',
    'measure-ended',
    'placement-started',
    'placement-ended',
    'safety-plan-started',
    'safety-plan-ended',
  ],
  'follow-ups': ['follow-up-held'],
  visits: ['supervision-visit'],
  approvals: [
    'safety-plan-approved-department-manager',
    'safety-plan-approved-area-manager',
    'safety-plan-approved-unit-lawyer',
    'placement-committee-passed',
  ],
  disagreements: [
    'responsibility-disputed',
    'responsibility-to-department-manager',
    'responsibility-to-manager',
    'responsibility-settled',
  ],
}

const groupOfKinds: ReadonlyMap<string, SheetGroup> = new Map(
  sheetGroups.flatMap((group) =>
    group === 'other' ? [] : kindsOfGroups[group].map((kind) => [kind, group] as const),
  ),
)

export function groupOf(kind: string): SheetGroup {
  return groupOfKinds.get(kind) ?? 'other'
}

/** Entries that were taken back, or that the case system has too: history, and nothing that happened in the case. */
export const passedOverKinds: readonly string[] = ['entry-withdrawn', 'entry-set-aside']

/** What a case goes through, and what begins and ends it. */
export interface Phase {
  readonly key: string
  readonly name: LocalText
  readonly starts: readonly string[]
  /** Ends the oldest that still runs. */
  readonly ends: readonly string[]
  /** Ends all that run. */
  readonly endsAll: readonly string[]
  /** Whether something is waited for in it: without a day of waiting there was none. */
  readonly waits?: true
  /** Whether the child gets something by it. */
  readonly isMeasure: boolean
}

/** Whatever ends the case ends every phase of it. */
const caseEnds = ['case-closed', 'case-ended']
const supportDecided = ['measure-decided', 'placement-decided', 'measure-started', 'placement-started']

export const phases: readonly Phase[] = [
  {
    key: 'notification',
    name: { da: 'Underretning', en: 'Notification' },
    starts: ['notification-received'],
    ends: ['notification-closed'],
    endsAll: ['assessment-opened', 'assessment-completed', ...supportDecided, ...caseEnds],
    isMeasure: false,
  },
  {
    key: 'assessment',
    name: { da: 'Undersøgelse', en: 'Assessment' },
    starts: ['assessment-opened'],
    ends: ['assessment-completed'],
    endsAll: caseEnds,
    isMeasure: false,
  },
  {
    key: 'decision',
    name: { da: 'Venter på afgørelse', en: 'Waits for a decision' },
    starts: ['assessment-completed'],
    ends: [],
    endsAll: ['notification-closed', ...supportDecided, ...caseEnds],
    waits: true,
    isMeasure: false,
  },
  {
    key: 'measure-ahead',
    name: { da: 'Støtte besluttet, ikke begyndt', en: 'Support decided, not started' },
    starts: ['measure-decided'],
    ends: ['measure-started'],
    endsAll: ['measure-ended', ...caseEnds],
    waits: true,
    isMeasure: false,
  },
  {
    key: 'placement-ahead',
    name: { da: 'Anbringelse besluttet, ikke begyndt', en: 'Placement decided, not started' },
    starts: ['placement-decided'],
    ends: ['placement-started'],
    endsAll: ['placement-ended', ...caseEnds],
    waits: true,
    isMeasure: false,
  },
  {
    key: 'measure',
    name: { da: 'Støtte', en: 'Support' },
    starts: ['measure-started'],
    ends: ['measure-ended'],
    endsAll: caseEnds,
    isMeasure: true,
  },
  {
    key: 'placement',
    name: { da: 'Anbringelse', en: 'Placement' },
    starts: ['placement-started'],
    ends: ['placement-ended'],
    endsAll: caseEnds,
    isMeasure: true,
  },
  {
    key: 'safety-plan',
    name: { da: 'Sikkerhedsplan', en: 'Safety plan' },
    starts: ['safety-plan-started'],
    ends: ['safety-plan-ended'],
    endsAll: caseEnds,
    isMeasure: true,
  },
  {
    key: 'disagreement',
    name: { da: 'Uenighed om ansvar', en: 'Disagreement on responsibility' },
    starts: ['responsibility-disputed'],
    ends: ['responsibility-settled'],
    endsAll: caseEnds,
    isMeasure: false,
  },
  {
    key: 'case',
    name: { da: 'Sag', en: 'Case' },
    starts: ['case-started'],
    ends: [],
    endsAll: caseEnds,
    isMeasure: false,
  },
]

/** The kinds of events that say whether a case runs. */
export const phaseKinds: readonly string[] = [
  ...new Set(phases.flatMap(({ starts, ends, endsAll }) => [...starts, ...ends, ...endsAll])),
]
