import type { LocalText } from '../language/language.ts'
import type { Action } from './permissions.ts'

/** What an address, or a field of a request that holds an id, can name. */
export interface ObjectKind {
  /**
   * Whoever has this right over the object knows that it exists, and is told when they may not do a thing to it. Anybody
   * else is answered as if it did not exist. Null: its owner only.
   */
  readonly seenBy: Action | null
  /** Who "own" is. Null: it belongs to nobody. */
  readonly owner: LocalText | null
}

const ofUnit = (seenBy: Action, owner: LocalText | null = null): ObjectKind => ({ seenBy, owner })
const ofMunicipality = (seenBy: Action): ObjectKind => ({ seenBy, owner: null })

const caseworker: LocalText = {
  da: 'den, fagsystemet nævner som sagsbehandler',
  en: 'whom the case system names as caseworker',
}
const reviewers: LocalText = { da: 'dem, der skal gennemgå sagen', en: 'those who are to review the case' }
const author: LocalText = { da: 'den, der har skrevet det', en: 'whoever wrote it' }

/** Objects by the name they have in addresses. What is no object of a municipality's stands as `value`. */
export const objects = {
  round: ofMunicipality('round.read'),
  level: 'value',
  programme: ofMunicipality('programme.read'),
  key: 'value',
  version: 'value',
  question: 'value',
  week: 'value',
  month: 'value',
  rhythm: 'value',
  register: 'value',
  source: 'value',
  // The secret of a calendar's address: whoever has it reads that calendar, and no more.
  token: 'value',
  // A released report's, as it is printed; who may read which is the list's rule.
  number: 'value',
  municipality: 'value',

  unit: ofMunicipality('unit.read'),
  person: ofMunicipality('person.manage'),
  role: ofMunicipality('person.manage'),
  member: ofMunicipality('person.manage'),
  // Besides those who give reviews out: the leaders above, for those below them in the line.
  absence: { seenBy: 'review.assign', owner: { da: 'den, fraværet er for', en: 'whose absence it is' } },
  preview: ofMunicipality('registry.import'),
  hold: ofUnit('access.record'),
  breakGlass: ofUnit('break-glass.review', {
    da: 'den, der har åbnet sagen i en nødsituation',
    en: 'whoever opened the case in an emergency',
  }),
  purge: ofMunicipality('retention.manage'),
  legalHold: ofMunicipality('retention.manage'),

  case: ofUnit('caseflow.read', caseworker),
  entry: ofUnit('caseflow.read', caseworker),
  walkThrough: ofUnit('caseflow.walk-through', caseworker),
  agreement: ofUnit('caseflow.walk-through', caseworker),
  session: { seenBy: null, owner: { da: 'den, der er logget ind', en: 'whoever is signed in' } },
  feed: {
    seenBy: null,
    owner: { da: 'den, der har bestilt kalenderen', en: 'whoever asked for the calendar' },
  },

  review: ofUnit('review.read', reviewers),
  addition: ofUnit('review.read', reviewers),
  // Named by its review in addresses.
  merge: ofUnit('review.read', reviewers),
  feedback: { seenBy: null, owner: { da: 'dem, der har gjort arbejdet', en: 'those who did the work' } },
  dispute: ofUnit('feedback.follow-up', {
    da: 'lederen af sagsbehandlerens team',
    en: 'the leader of the caseworker’s team',
  }),
  critical: ofUnit('critical.read', { da: 'den, der har meldt sagen', en: 'whoever reported the case' }),
  finding: ofUnit('finding.read', {
    da: 'den, der har gjort arbejdet (når tilbagemeldingen er frigivet) eller har ansvaret for at rette fejlen op',
    en: 'whoever did the work (once the feedback is released) or is responsible for making the error good',
  }),

  trainingCase: ofMunicipality('calibration.read'),
  calibration: { seenBy: 'calibration.read', owner: { da: 'dem, der er inviteret', en: 'those invited' } },

  release: ofMunicipality('release.read'),

  proposal: ofUnit('learning.read', author),
  strength: ofUnit('learning.read', author),
  visit: ofUnit('learning.read'),
  point: ofUnit('learning.read'),
  goal: ofUnit('learning.read'),
  plan: ofMunicipality('action-plan.read'),
  appeal: ofMunicipality('appeal.read'),
  appealCount: ofMunicipality('appeal.read'),
  initiative: {
    seenBy: 'action-plan.read',
    owner: { da: 'den, der ejer initiativet', en: 'whoever owns the initiative' },
  },
} as const satisfies Record<string, ObjectKind | 'value'>

export type ObjectName = keyof typeof objects
