import { formatInteger } from '../../format/numbers.ts'

const print = (count: number) => formatInteger(count, 'da')
const plural = (count: number, one: string, other: string) => `${print(count)} ${count === 1 ? one : other}`

/** A unit's place in the cycle. */
export const unitCycle = {
  steps: {
    plan: 'Handleplan',
    audit: 'Tilsyn',
    learning: 'Læring',
    implementation: 'Implementering',
    evaluation: 'Evaluering',
  },
  cycle: 'Enhedens plads i tilsynets cyklus',
  states: {
    done: 'afsluttet',
    current: 'i gang',
    'in-force': 'gælder nu',
    left: 'noget er åbent',
    again: 'kommer igen efter runden',
    upcoming: 'kommer senere',
  },
  nextIs: (what: string) => `Næste skridt: ${what}.`,
  laterIs: (what: string) => `Desuden: ${what}.`,
  laterAre: 'Desuden:',
  later: (what: string) => `${what}.`,
  next: {
    'restore-overdue': 'fejl, der er over fristen, bliver rettet op',
    'publish-plan': 'kommunens handleplan udgives',
    'first-round': 'den første runde åbnes',
    'finish-reviews': 'enhedens gennemgange gøres færdige',
    'await-closing': 'runden lukkes; enheden mangler ingen gennemgange',
    'plan-visit': 'et læringsbesøg planlægges',
    'hold-visit': 'læringsbesøget holdes',
    'note-visit': 'et besøg, der skulle have været holdt, bliver noteret som holdt eller aflyst',
    'make-good': 'de fejl, der er fundet, bliver rettet op',
    'settle-points': 'opmærksomhedspunkterne fra læringsbesøget bliver gjort færdige',
    'set-goal': 'et lokalt mål sættes, så næste runde kan vise, om det lykkes',
    'next-round': 'næste runde viser, om målene er nået',
  },
  act: {
    'restore-overdue': 'Se fejlene over fristen',
    'plan-visit': 'Planlæg læringsbesøg',
    'hold-visit': 'Gå til besøget',
    'note-visit': 'Notér besøget',
    'make-good': 'Se fejlene',
    'settle-points': 'Se punkterne',
    'set-goal': 'Sæt et mål',
    'publish-plan': 'Gå til handleplaner',
  },
  noPlan: 'Kommunen har ingen udgivet handleplan.',
  plan: (title: string, label: string, day: string) => `${title}, version ${label}, udgivet ${day}.`,
  initiatives: (all: number, own: number, running: number, done: number) =>
    `${plural(all, 'indsats', 'indsatser')}, ${own === 0 ? 'ingen ejet af enheden' : `${print(own)} ejet af enheden`}: ${print(running)} i gang, ${plural(done, 'færdig', 'færdige')}.`,
  late: (count: number) => `${plural(count, 'indsats er', 'indsatser er')} over tiden`,
  noRound: 'Der har ikke været nogen runde.',
  roundOpen: (round: string) => `${round} er i gang.`,
  roundClosed: (round: string, day: string) => `${round} blev lukket ${day}.`,
  reviews: (submitted: number, drawn: number) =>
    drawn === 0
      ? 'Ingen af enhedens sager er trukket ud.'
      : `${print(submitted)} af ${print(drawn)} gennemgange af enhedens sager er indsendt.`,
  nextRound: (round: string, day: string) => `Næste runde: ${round}, sager til og med ${day}.`,
  toProgress: 'Fremdrift',
  lastVisit: 'Seneste læringsbesøg',
  nextVisit: 'Næste læringsbesøg',
  nextSameDay: 'Endnu et læringsbesøg samme dag',
  unnoted: 'Ikke noteret som holdt eller aflyst',
  noVisit: 'Enheden har ikke haft et læringsbesøg.',
  noNext: 'Intet besøg er planlagt.',
  strengths: (count: number) => plural(count, 'styrke', 'styrker'),
  proposals: (count: number) => plural(count, 'forslag i fire felter', 'forslag i fire felter'),
  points: (open: number) =>
    open === 0
      ? 'Ingen åbne opmærksomhedspunkter fra læringsbesøg.'
      : `${plural(open, 'åbent opmærksomhedspunkt', 'åbne opmærksomhedspunkter')} fra læringsbesøg.`,
  findings: (open: number, restored: number) =>
    `${plural(open, 'fejl mangler', 'fejl mangler')} at blive genoprettet eller afsluttet med en godkendt grund; ${print(restored)} er genoprettet og kontrolleret.`,
  findingsSealed:
    'Det er de fejl, du kan se nu. Fejl fra en igangværende runde vises, når forseglingen tillader det, senest når runden er lukket; derfor kan en kollega se et andet tal.',
  noFindings: 'Ingen fejl er åbne.',
  overdue: (count: number) => `${print(count)} over fristen`,
  putOffLate: (count: number) => `${print(count)} udskudt eller genåbnet, efter at fristen var gået`,
  toFindings: 'Se fejlene',
  goals: (waiting: number, met: number, notMet: number, cannotTell: number) =>
    waiting + met + notMet + cannotTell === 0
      ? 'Enheden har ingen lokale mål.'
      : `Lokale mål: ${print(met)} nået, ${print(notMet)} ikke nået, ${print(cannotTell)} kan ikke afgøres med så få sager, ${print(waiting)} venter på en runde.`,
  toGoals: 'Se målene',
  failed: (round: string) => `Det, der oftest ikke var i orden i ${round}`,
  failedNone: 'Intet krav var brudt mere end én gang i enhedens sager.',
  noClosed: 'Når en runde er lukket, står her, hvad der oftest ikke var i orden.',
  noFigures: 'Enheden har ingen tal i runden.',
  fromStrengths: 'Det, der lykkes',
  allStrengths: 'Alle styrker',
  noStrengths: 'Ingen eksempler endnu.',
}
