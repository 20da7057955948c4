import type { GateState } from '../../../core/caseflow/registers/gate-standing.ts'
import type { ApprovingRole, Register } from '../../../core/caseflow/registers/register.ts'
import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

export const registers = {
  title: 'Registre',
  which: 'Registre',
  names: {
    'safety-plan': 'Sikkerhedsplaner',
    placement: 'Anbringelsesudvalg',
    notifier: 'Besked til underretter',
    disagreement: 'Uenighed om ansvar',
  } satisfies Record<Register, string>,
  standing: (overdue: number, waiting: number, forMe: number, oneHand: number) =>
    [
      overdue === 0
        ? 'Intet er overskredet.'
        : `${n(overdue)} ${plural('da', overdue, 'er', 'er')} overskredet.`,
      ...(waiting === 0 ? [] : [`${n(waiting)} mangler noget endnu.`]),
      ...(forMe === 0 ? [] : [`${n(forMe)} ${plural('da', forMe, 'venter', 'venter')} på din godkendelse.`]),
      ...(oneHand === 0
        ? []
        : [
            `I ${n(oneHand)} ${plural('da', oneHand, 'plan', 'planer')} er alle tre godkendelser indført af samme person.`,
          ]),
    ].join(' '),
  about: {
    'safety-plan':
      'En sikkerhedsplan godkendes af afdelingsleder, områdechef og enhedsjurist, før den starter, og ses i anbringelsesudvalget hvert halve år.',
    placement: 'En anbringelsessag kommer forbi anbringelsesudvalget to gange.',
    notifier: 'Underretteren får en kvittering, og en fagperson får besked om undersøgelse og støtte.',
    disagreement:
      'Uenighed om, hvilken forvaltning der har ansvaret, løftes fra sagsbehandler til afdelingsleder til chefniveau.',
  } satisfies Record<Register, string>,
  aboutSummary: 'Reglerne bag, og hvor sikre vi er på dem',
  confidences: {
    verified: 'efterprøvet',
    partial: 'delvis efterprøvet',
    memory: 'skrevet efter hukommelsen, ikke efterprøvet',
  },
  filters: { unit: 'Enhed', ended: 'Vis' },
  running: 'Det, der er i gang',
  withEnded: 'Også det, der er afsluttet det seneste år',
  enter: 'Indfør hændelse',
  none: {
    'safety-plan': 'Ingen sikkerhedsplaner',
    placement: 'Ingen anbringelser venter på udvalget',
    notifier: 'Ingen underrettere venter på besked',
    disagreement: 'Ingen uenigheder om ansvar',
  } satisfies Record<Register, string>,
  noneReading: 'Her står det, der er i gang i de sager, du må se.',
  noneNow: (others: number) =>
    `Intet er i gang i de sager, du må se. ${n(others)} ${plural('da', others, 'anden', 'andre')} fra det seneste år kan vises.`,
  mayEnter: 'Har fagsystemet ikke plads til det, kan det indføres her.',
  neverStanding: 'Intet er registreret endnu.',
  never: {
    'safety-plan': 'Ingen sikkerhedsplan er registreret endnu',
    placement: 'Ingen anbringelse er registreret endnu',
    notifier: 'Ingen underretning er registreret endnu',
    disagreement: 'Ingen uenighed om ansvar er registreret endnu',
  } satisfies Record<Register, string>,
  neverBody:
    'Ingen sag i kommunen har hændelser af den slags, hverken fra fagsystemet eller indført her. Derfor kan det ikke ses, om reglerne er holdt.',
  unregistered: (name: string) =>
    `»${name}« er endnu ikke registreret i nogen sag. Derfor kan det ikke ses, om reglen er holdt, og intet tæller som overskredet.`,
  tooMany: (shown: number, total: number) =>
    `De første ${n(shown)} af ${n(total)} vises. Vælg en enhed for at se færre.`,
  columns: { case: 'Sag', state: 'Hvor langt', steps: 'Forløb', due: 'Frist', act: 'Handling' },
  caseworkerUnknown: 'sagsbehandler ikke oplyst',
  states: {
    waiting: 'venter',
    ready: 'klar til start',
    running: 'løber',
    ended: 'afsluttet',
    'with-caseworker': 'hos sagsbehandleren',
    'with-department-manager': 'hos afdelingslederen',
    'with-manager': 'på chefniveau',
    settled: 'afklaret',
  } satisfies Record<GateState, string>,
  missing: 'Mangler:',
  missingKinds: {
    'safety-plan-approved-department-manager': 'godkendelse fra afdelingsleder',
    'safety-plan-approved-area-manager': 'godkendelse fra områdechef',
    'safety-plan-approved-unit-lawyer': 'godkendelse fra enhedsjurist',
    'placement-committee-passed': 'behandling i anbringelsesudvalget',
    'notification-acknowledged': 'kvittering til underretter',
    'professional-informed': 'besked til fagpersonen',
  },
  oneHand: (name: string) => `alle tre godkendelser indført af samme person: ${name}`,
  missingTimes: (name: string, times: number) => (times === 1 ? name : `${name} (${n(times)} gange)`),
  steps: (count: number) => `${n(count)} ${plural('da', count, 'hændelse', 'hændelser')}`,
  lastStep: (name: string, day: string) => `${name} ${day}`,
  fromCaseSystem: 'fra fagsystemet',
  enteredBy: (name: string) => `indført af ${name}`,
  approvedBy: (name: string) => `godkendt af ${name}`,
  onBehalf: (by: string, approver: string) => `indført af ${by} på vegne af ${approver}`,
  somebody: 'en person, der ikke er her mere',
  withdrawn: 'trukket tilbage',
  setAside: 'tæller ikke: fagsystemet har den også',
  corrected: 'rettet',
  change: 'Ret',
  changeNamed: (name: string, day: string) => `Ret »${name}« ${day}`,
  history: 'Historik',
  historyNamed: (name: string, day: string) => `Historik for »${name}« ${day}`,
  dueOn: (day: string) => `senest ${day}`,
  lateBy: (days: number) => `${n(days)} ${plural('da', days, 'dag', 'dage')} over`,
  left: (days: number) =>
    days < 1 ? 'udløber i dag' : `${n(days)} ${plural('da', days, 'dag', 'dage')} tilbage`,
  /** What was not done in time, and still is not or was done too late. */
  breach: {
    G01: 'startet uden alle godkendelser',
    G02: 'halvårlig gennemgang',
    G03: 'to gange i udvalget før start',
    G04: 'løftes til afdelingslederen',
    G05: 'løftes til chefniveau',
    G06: 'afklares på chefniveau',
    G07: 'afdelingslederen sprunget over',
    R02: 'kvittering',
    R03: 'besked',
    G08: 'besked om støtte',
  },
  wasLate: (what: string) => `for sent: ${what}`,
  met: 'opfyldt i tide',
  cannotTell: 'kan ikke ses',
  noLimit: 'ingen frist',
  approve: 'Godkend',
  approveNamed: (caseId: string) => `Godkend sikkerhedsplanen i sag ${caseId}`,
  approveTitle: (caseId: string) => `Godkend sikkerhedsplanen i sag ${caseId}?`,
  approveBody: (role: string) =>
    `Du godkender som ${role}, i dag og i dit eget navn. Godkendelsen kan kun du selv trække tilbage.`,
  roles: {
    'department-manager': 'afdelingsleder',
    'area-manager': 'områdechef',
    'unit-lawyer': 'enhedsjurist',
  } satisfies Record<ApprovingRole, string>,
  approved: (caseId: string) => `Sikkerhedsplanen i sag ${caseId} er godkendt.`,
  next: 'Indfør næste trin',
  nextNamed: (caseId: string) => `Indfør næste trin i sag ${caseId}`,
  enterTitle: (register: string) => `Indfør i registret: ${register}`,
  caseNumber: 'Sagsnummer',
  caseMissing: 'Skriv sagsnummeret.',
  kind: 'Hvad skete der?',
  approver: 'Hvem gav godkendelsen?',
  approverHint: 'Godkendelsen bliver vist som indført af dig på vegne af den, du vælger.',
  approverMissing: 'Vælg, hvem der gav godkendelsen.',
  choose: 'Vælg',
  day: 'Dag',
  dayMissing: 'Vælg dagen.',
  time: 'Klokkeslæt',
  child: 'Barnets nummer i sagen',
  childHint: 'Kun hvis sagen har flere børn. Numrene står på sagens side.',
  childWrong: 'Skriv et tal fra 1 til 50, eller lad feltet stå tomt.',
  note: 'Bemærkning',
  noteHint: 'Uden CPR-nummer.',
  exceptionNote: 'Hvorfor er der en undtagelse?',
  exceptionMissing: 'Skriv, hvorfor der er en undtagelse.',
  save: 'Indfør',
  saved: (caseId: string) => `Hændelsen er indført i sag ${caseId}, og sagens frister er regnet igen.`,
  savedDouble: (caseId: string) =>
    `Hændelsen er indført i sag ${caseId}, men tæller ikke: fagsystemet har den samme dag. Er det to forskellige, så sig det under »Ret«.`,
  changeTitle: (name: string) => `Ret: ${name}`,
  changeWhat: 'Hvad skal ske?',
  correct: 'Ret dag, klokkeslæt eller bemærkning',
  withdraw: 'Træk den tilbage, så den ikke tæller',
  countAgain: 'Det er en anden end fagsystemets, begge tæller',
  reason: 'Begrundelse',
  reasonMissing: 'Skriv hvorfor.',
  saveChange: 'Gem',
  changed: 'Indførelsen er ændret. Det, der stod før, er gemt i historikken.',
  versionActs: {
    entered: 'indført',
    corrected: 'rettet',
    withdrawn: 'trukket tilbage',
    'set-aside': 'sat til side: fagsystemet har den også',
    'counted-again': 'tæller igen',
  },
  program: 'Tilsyn, ved import',
  by: (who: string, when: string) => `af ${who}, ${when}`,
  close: 'Luk',
}
