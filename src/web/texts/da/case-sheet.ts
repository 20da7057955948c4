import type { CaseAudit } from '../../../contract/caseflow/case-sheet.ts'
import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

/** The overview sheet of one case. */
export const caseSheet = {
  print: 'Skriv ud',
  /** `when`: how late it is or how long is left. */
  overdue: (what: string, when: string, others: number) =>
    `${what}: ${when}.${others === 0 ? '' : ` ${n(others)} ${plural('da', others, 'anden frist', 'andre frister')} er også overskredet.`}`,
  agreement: (what: string, day: string, others: number) =>
    `Aftalt og ikke gjort: ${what}. Det skulle være gjort ${day}.${others === 0 ? '' : ` ${n(others)} ${plural('da', others, 'anden aftale', 'andre aftaler')} er også over tiden.`}`,
  due: (what: string, day: string, left: string) => `Næste frist: ${what}, ${day} (${left}).`,
  nothing: 'Sagen løber, og ingen frist løber i den lige nu.',
  ended: (day: string, never: number) =>
    `Intet løber mere i sagen; den seneste hændelse er fra ${day}.${never === 0 ? '' : ` ${n(never)} ${plural('da', never, 'frist blev aldrig opfyldt', 'frister blev aldrig opfyldt')}.`}`,
  endedNever: 'Intet løber i sagen.',
  urgent: 'Det haster mest',
  timeLine: 'Tidslinje',
  timeLineLabel: (phases: number, events: number, from: string, to: string) =>
    `Sagens faser og hændelser fra ${from} til ${to}: ${n(phases)} ${plural('da', phases, 'fase', 'faser')} og ${n(events)} ${plural('da', events, 'hændelse', 'hændelser')}. Tabellen nedenfor har dem alle.`,
  today: 'i dag',
  running: 'løber',
  eventsLane: 'Hændelser',
  deadlinesLane: 'Frister, der ikke er opfyldt',
  allEvents: (count: number) =>
    `Alle faser og ${n(count)} ${plural('da', count, 'hændelse', 'hændelser')} som tabel`,
  phasesCaption: 'Sagens faser, den ældste først',
  phase: 'Fase',
  from: 'Fra',
  to: 'Til',
  measuresHeading: 'Det, barnet får nu',
  measuresNone: 'Ingen støtte eller anbringelse løber.',
  since: (day: string) => `siden ${day}`,
  listsHeading: 'Samtykker, afgørelser og opfølgning',
  groups: {
    notifications: 'Underretninger',
    assessments: 'Undersøgelser',
    conversations: 'Samtaler med barnet',
    consents: 'Samtykker',
    decisions: 'Afgørelser',
    plans: 'Planer',
    measures: 'Indsatser',
    'follow-ups': 'Opfølgninger',
    visits: 'Tilsynsbesøg',
    approvals: 'Godkendelser og udvalg',
    disagreements: 'Uenighed om ansvar',
    other: 'Andet',
  },
  earlier: (count: number) => `og ${n(count)} tidligere`,
  metHeading: (count: number) =>
    `${n(count)} ${plural('da', count, 'frist er opfyldt i tide', 'frister er opfyldt i tide')}`,
  lateHeading: (count: number) =>
    `${n(count)} ${plural('da', count, 'frist er opfyldt for sent', 'frister er opfyldt for sent')}`,
  noDeadlines: 'Ingen frister venter i sagen.',
  peopleHeading: 'Hvem har sagen',
  peopleCaption: 'Enheder og sagsbehandlere efter sagens hændelser, den seneste først',
  unit: 'Enhed',
  caseworker: 'Sagsbehandler',
  firstEvent: 'Siden',
  lastEvent: 'Seneste hændelse',
  registeredCaption: 'Sagstrin i registret, det nyeste først',
  stage: 'Sagstrin',
  started: 'Begyndt',
  completed: 'Afsluttet',
  participants: 'Deltog også',
  notCompleted: 'løber',
  auditsHeading: 'Tilsyn med sagen',
  auditsCaption: (round: string) => `Gennemgange i ${round}`,
  findingsCaption: (round: string) => `Fejl fundet i ${round}`,
  level: 'Niveau',
  review: 'Gennemgang',
  openReview: (level: number) => `Åbn niveau ${n(level)}s gennemgang`,
  reviewStates: {
    replaced: 'trukket og erstattet',
    recorded: 'trukket, uden gennemgang',
    assigned: 'ikke begyndt',
    'in-progress': 'i gang',
    submitted: 'indsendt',
    'written-off': 'bliver ikke lavet',
  } satisfies Record<CaseAudit['reviews'][number]['state'], string>,
  closedFindings: (count: number) =>
    `${n(count)} ${plural('da', count, 'fejl er rettet op eller afsluttet', 'fejl er rettet op eller afsluttet')}`,
  finding: 'Fejl',
  findingState: 'Genopretning',
  findingDue: 'Frist',
  overdueTag: 'over fristen',
  nextCase: 'Næste sag',
  lastCase: 'Alle sager på listen er gennemgået i denne måned.',
}
