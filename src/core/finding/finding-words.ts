import type { LocalText } from '../language/language.ts'
import type { FindingState, Ground, Measure, Severity } from './finding.ts'

/** What files and reports call a finding's state; the pages have words of their own. */
export const stateWords: Readonly<Record<FindingState, LocalText>> = {
  open: { da: 'Åben', en: 'Open' },
  planned: { da: 'Planlagt', en: 'Planned' },
  contacted: { da: 'Borger kontaktet', en: 'Citizen contacted' },
  'carried-out': { da: 'Rettet op, ikke kontrolleret', en: 'Made good, not verified' },
  proposed: { da: 'Indstillet til ikke at blive rettet op', en: 'Proposed not to be made good' },
  verified: { da: 'Rettet op', en: 'Made good' },
  'not-restored': { da: 'Ikke rettet op, begrundet', en: 'Not made good, with a reason' },
  'fallen-away': { da: 'Bortfaldet', en: 'Fallen away' },
}

export const severityWords: Readonly<Record<Severity, LocalText>> = {
  unassessed: { da: 'Ikke vurderet', en: 'Not assessed' },
  slight: { da: 'Let', en: 'Slight' },
  ordinary: { da: 'Almindelig', en: 'Ordinary' },
  serious: { da: 'Alvorlig', en: 'Serious' },
}

export const measureWords: Readonly<Record<Measure, LocalText>> = {
  decision: { da: 'Afgørelse', en: 'Decision' },
  'party-hearing': { da: 'Partshøring', en: 'Party hearing' },
  consent: { da: 'Samtykke', en: 'Consent' },
  reasons: { da: 'Begrundelse', en: 'Reasons' },
  'complaint-guidance': { da: 'Klagevejledning', en: 'Complaint guidance' },
  journalising: { da: 'Journalisering', en: 'Filing in the case' },
  'registration-only': { da: 'Kun registrering', en: 'Registration only' },
}

export const groundWords: Readonly<Record<Ground, LocalText>> = {
  impossible: { da: 'Umuligt', en: 'Impossible' },
  'too-late': { da: 'For sent', en: 'Too late' },
  'citizen-declined': { da: 'Borgeren sagde nej', en: 'The citizen declined' },
  'nothing-to-restore': { da: 'Intet at rette op', en: 'Nothing to make good' },
}
