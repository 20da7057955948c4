import type { LocalText } from '../language/language.ts'
import type { Action } from './permissions.ts'

export interface PermissionState {
  readonly text: LocalText
  /** The codes that a person within reach is refused with while it does not hold. */
  readonly refusals: readonly string[]
}

const state = (da: string, en: string, ...refusals: readonly string[]): PermissionState => ({
  text: { da, en },
  refusals,
})

/** What must hold of a thing, besides the person's reach, for a right to count. */
export const permissionStates = {
  'round-open': state('mens runden er åben', 'while the round is open', 'round-closed'),
  'round-closed': state('når runden er lukket', 'once the round is closed', 'round-not-closed'),
  'results-open': state('når resultaterne er åbne', 'once the results are open', 'results-sealed'),
  'draw-open': state(
    'når en runde med ankersager er lukket (de, der leder tilsynet: hele tiden)',
    'once a round with anchor cases is closed (those who lead the audit: all the time)',
    'draw-closed',
  ),
  'seed-published': state('når frøet er offentliggjort', 'once the seed is published', 'seed-not-published'),
  'no-part-in-case': state(
    'af den, der ikke selv har medvirket i sagen',
    'by whoever took no part in the case',
    'own-case',
    'own-critical-case',
    'finding-own-work',
  ),
  'not-own-plan': state(
    'af en anden end den, der planlagde eller indstillede det',
    'by somebody else than who planned or proposed it',
    'finding-own-plan',
    'finding-own-proposal',
  ),
  declared: state(
    'efter at have erklæret sig uafhængig',
    'after having declared independence',
    'declaration-needed',
  ),
  'not-handed-in': state(
    'til gennemgangen er indsendt',
    'until the review is submitted',
    'already-submitted',
    'handed-in',
    'written-off',
  ),
  'handed-in': state('når gennemgangen er indsendt', 'once the review is submitted', 'not-submitted'),
  'own-level-first': state(
    'andre niveauers svar: når eget niveau har indsendt sin gennemgang af sagen, eller runden er lukket',
    'other levels’ answers: once one’s own level has submitted its review of the case, or the round is closed',
    'sealed',
  ),
  'both-handed-in': state(
    'en kollegas skema: når begge har indsendt',
    'a colleague’s form: once both have handed in',
    'merge-sealed',
  ),
  'its-reviewer': state(
    'af den, der har fået gennemgangen',
    'by whoever was given the review',
    'not-your-review',
  ),
  'another-corrects': state(
    'af en anden end den, hvis gennemgang det er',
    'by somebody else than whose review it is',
    'own-correction',
    'own-review',
  ),
  'level-above-or-lead': state(
    'at sende tilbage: den, der har indsendt på niveauet over, eller de, der leder tilsynet',
    'sending back: whoever submitted at the level above, or those who lead the audit',
    'not-permitted',
  ),
  'reported-or-handles': state(
    'at trække tilbage eller åbne igen: den, der meldte sagen, eller den, der handler',
    'withdrawing or reopening: whoever reported the case, or handles it',
    'not-permitted',
  ),
  'levels-submitted': state(
    'i en åben runde: når alle niveauer, man selv gennemgår på, har indsendt sagen (indtil da er fejlen der ikke)',
    'in an open round: once every level one reviews at has submitted the case (until then the finding is not there)',
    'not-found',
  ),
  'own-text': state('kun egne tekster ændres', 'only one’s own texts are changed', 'not-the-author'),
  'another-answered': state(
    'af en anden end den, der gav svaret',
    'by somebody else than who gave the answer',
    'own-answer',
  ),
  invited: state('af de inviterede', 'by those invited', 'not-invited'),
  'calibration-running': state(
    'til kalibreringen åbnes',
    'until the calibration is opened',
    'calibration-closed',
  ),
  'calibration-opened': state(
    'når kalibreringen er åbnet',
    'once the calibration is opened',
    'calibration-sealed',
  ),
  'walk-through-open': state(
    'til gennemgangen er afsluttet',
    'until the walk-through is closed',
    'walk-through-closed',
  ),
  'release-at-step': state(
    'når rapporten er nået til det skridt',
    'once the report has come to that step',
    'release-not-now',
    'release-hindered',
    'release-disclosive',
    'release-correction-differs',
  ),
  'not-own-text': state(
    'af en anden end dem, der har skrevet i rapporten eller kontrolleret den',
    'by somebody else than those who wrote in the report or checked it',
    'release-own-text',
  ),
} as const satisfies Record<string, PermissionState>

export type PermissionStateName = keyof typeof permissionStates

/** States that the permission table's rights depend on. A right that is not here counts in every state. */
export const statesOf: Partial<Readonly<Record<Action, readonly PermissionStateName[]>>> = {
  'round.open': ['round-open'],
  'round.draw': ['round-open'],
  'round.replace': ['round-open', 'another-corrects'],
  'round.read': ['seed-published'],
  'irregularity.add': ['round-open'],
  'draw.read': ['draw-open', 'round-closed'],
  'anchor.read': ['round-open'],
  'results.read': ['results-open'],
  'report.download': ['round-closed', 'results-open'],
  'release.read': ['results-open', 'release-at-step'],
  'release.write': ['round-closed', 'results-open', 'release-at-step'],
  'release.check': ['release-at-step', 'not-own-text'],
  'release.approve': ['release-at-step', 'not-own-text'],
  'release.publish': ['release-at-step'],
  'review.assign': ['round-open'],
  'review.answer': [
    'its-reviewer',
    'no-part-in-case',
    'declared',
    'round-open',
    'not-handed-in',
    'handed-in',
    'own-level-first',
    'both-handed-in',
  ],
  'review.read': ['own-level-first', 'both-handed-in', 'no-part-in-case', 'handed-in'],
  'review.correct': ['round-open', 'handed-in', 'level-above-or-lead', 'its-reviewer', 'another-corrects'],
  'review.write-off': ['round-open', 'not-handed-in', 'another-corrects'],
  'critical.read': ['reported-or-handles'],
  'critical.handle': ['no-part-in-case'],
  'finding.read': ['levels-submitted'],
  'finding.oversee': ['results-open'],
  'finding.plan': ['levels-submitted'],
  'finding.verify': ['no-part-in-case'],
  'finding.approve': ['not-own-plan'],
  'reconciliation.read': ['results-open'],
  'reconciliation.conclude': ['another-answered'],
  'calibration.answer': ['invited', 'calibration-running', 'not-handed-in'],
  'calibration.read': ['calibration-opened'],
  'calibration.lead': ['calibration-running', 'calibration-opened'],
  'caseflow.walk-through': ['walk-through-open'],
  'learning.write': ['own-text', 'handed-in'],
}
