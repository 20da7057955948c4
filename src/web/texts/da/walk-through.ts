import type { AgreementView } from '../../../contract/caseflow/walk-throughs.ts'
import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

/** The monthly walk-through of cases. */
export const walkThrough = {
  title: 'Sagsgennemgang',
  question: 'Hvilke sager mangler at blive gennemgået i denne måned?',
  standing: (done: number, total: number, month: string) =>
    total === 0
      ? 'Enheden har ingen sager, der løber.'
      : `${n(done)} af ${n(total)} sager, der løber, er gennemgået i ${month}.`,
  remaining: (count: number) =>
    count === 0
      ? 'Alle sager på listen er gennemgået i denne måned.'
      : `${n(count)} ${plural('da', count, 'sag mangler', 'sager mangler')}. Begynd med den øverste.`,
  begin: 'Begynd med den første',
  noUnit: 'Du leder ikke sagsgennemgang i nogen enhed',
  noUnitBody:
    'Sagsgennemgangen ledes af faglige koordinatorer og ledere. Aftaler, du har fået, står blandt dine opgaver og på sagens oversigtsskema.',
  noCases: 'Ingen sager løber i enheden',
  noCasesBody:
    'Sagerne kommer fra fagsystemets hændelser. Mangler der nogen, så spørg en administrator, om hændelserne er importeret.',
  allDone: 'Alle er gennemgået',
  allDoneBody: 'Vælg »gennemgået« for at se dem, eller en anden sagsbehandler.',
  noneDone: 'Ingen er gennemgået endnu',
  noneDoneBody: 'Begynd med den øverste på listen over dem, der mangler.',
  filters: { unit: 'Enhed', caseworker: 'Sagsbehandler', state: 'Vis' },
  states: { remaining: 'mangler i denne måned', done: 'gennemgået', all: 'alle, der løber' },
  listCaption: 'Sager, der løber: overskredne frister først, så den frist, der udløber først',
  columns: {
    case: 'Sag',
    caseworker: 'Sagsbehandler',
    overdue: 'Overskredne frister',
    next: 'Næste frist',
    last: 'Seneste gennemgang',
    state: 'Denne måned',
  },
  never: 'aldrig',
  done: 'gennemgået',
  begun: 'i gang',
  waiting: 'mangler',
  lateAgreements: (count: number) => `${n(count)} ${plural('da', count, 'aftale', 'aftaler')} over tiden`,
  overdueCount: (count: number) => n(count),
  shown: (shown: number, all: number) => `Viser ${n(shown)} af ${n(all)}, de mest presserende først.`,
  more: (shown: number) => `Listen viser de første ${n(shown)} sager.`,
  heading: 'Sagsgennemgange',
  none: 'Sagen er ikke gennemgået endnu.',
  start: 'Begynd sagsgennemgang',
  under: (day: string) => `Sagsgennemgang ${day}, ikke afsluttet`,
  openedBy: (name: string) => `Begyndt af ${name}`,
  on: (day: string) => `Sagsgennemgang ${day}`,
  closedBy: (name: string, day: string) => `Afsluttet af ${name} ${day}`,
  closedOn: (day: string) => `Afsluttet ${day}`,
  day: 'Dag',
  dayHint: 'I dag eller en af de seneste 60 dage.',
  people: 'Hvem er med?',
  guests: 'Andre, der er med',
  guestsHint: 'Ét navn på hver linje, fx skolelederen.',
  notes: 'Noter',
  notesHint: 'Hvad så I, og hvad undrede jer? Gemmes, mens du skriver. Skriv ikke CPR-numre.',
  participants: 'Deltagere',
  noNotes: 'Ingen noter.',
  agreements: 'Aftaler',
  noAgreements: 'Ingen aftaler endnu.',
  agreementsCaption: 'Hvad der er aftalt, hvem der gør det, og hvornår',
  what: 'Hvad',
  whatMissing: 'Skriv, hvad der er aftalt.',
  who: 'Hvem',
  whoMissing: 'Vælg, hvem der gør det, eller skriv et navn.',
  someoneElse: 'en anden (skriv navnet)',
  whoName: 'Navn',
  due: 'Senest',
  dueMissing: 'Skriv, hvornår det skal være gjort.',
  state: 'Tilstand',
  acts: 'Handlinger',
  add: 'Skriv en aftale',
  change: 'Ret',
  changeFor: (text: string) => `Ret: ${text}`,
  changeTitle: 'Ret aftalen',
  save: 'Gem',
  agreementStates: { open: 'åben', done: 'gjort', dropped: 'frafaldet' } satisfies Record<
    AgreementView['state'],
    string
  >,
  outcomes: { done: 'Gjort', dropped: 'Frafaldet', reopened: 'Åbnet igen' },
  late: 'over tiden',
  markDone: 'Gjort',
  doneFor: (text: string) => `Gjort: ${text}`,
  drop: 'Frafald',
  dropFor: (text: string) => `Frafald: ${text}`,
  reopen: 'Åbn igen',
  reopenFor: (text: string) => `Åbn igen: ${text}`,
  settleTitles: {
    done: 'Aftalen er gjort',
    dropped: 'Aftalen frafaldes',
    reopened: 'Aftalen åbnes igen',
  },
  reason: 'Begrundelse',
  note: 'Bemærkning',
  reasonMissing: 'Skriv en begrundelse.',
  by: (name: string, day: string) => `${name}, ${day}`,
  close: 'Afslut sagsgennemgangen',
  closeTitle: 'Afslut sagsgennemgangen?',
  closeBody:
    'Noter og aftaler står derefter, som de er. Noget, der var forkert eller glemt, kan skrives som en tilføjelse. Aftaler kan stadig sættes som gjort.',
  unsaved: 'Vent, til det, du har skrevet, er gemt.',
  additions: 'Tilføjelser',
  addition: 'Tilføjelse',
  additionHint: 'Det, der var forkert eller glemt. Den oprindelige tekst bliver stående.',
  additionMissing: 'Skriv tilføjelsen.',
  addAddition: 'Skriv en tilføjelse',
  earlier: (count: number) =>
    `${n(count)} ${plural('da', count, 'tidligere sagsgennemgang', 'tidligere sagsgennemgange')}`,
}
