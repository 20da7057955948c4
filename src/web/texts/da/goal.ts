import { plural } from '../../../core/language/plural.ts'

export const goal = {
  title: 'Mål',
  titleOf: (unit: string) => `Mål i ${unit}`,
  titleMine: 'Mål i mine enheder',
  titleAll: 'Mål i alle enheder',
  questionOfOne: 'Hvilke mål har enheden sat, og blev de nået?',
  proposal: 'Ud fra forslaget',
  fromProposal: 'Ud fra forslaget i fire felter:',
  question: 'Hvilke mål har enhederne sat, og blev de nået?',
  emptyTitle: 'Der er ingen mål endnu',
  emptyBody:
    'Et mål siger, hvilken andel enheden vil nå på et spørgsmål, et sagstrin eller alle sagstrin. Det bliver vurderet af sig selv, når den runde, det gælder, er afsluttet.',
  newGoal: 'Sæt et mål',
  caption: 'Mål, de nyeste først',
  unit: 'Enhed',
  allUnits: 'Alle enheder',
  aim: 'Mål for',
  target: 'Mindst',
  stood: 'Udgangspunkt',
  now: 'Ved vurderingen',
  round: 'Vurderes ved',
  standing: 'Hvordan gik det?',
  all: 'Alle sagstrin samlet',
  wholeStage: (stage: string) => `${stage}, samlet`,
  verdicts: {
    met: 'nået',
    'not-met': 'ikke nået',
    'cannot-tell': 'kan ikke afgøres',
  },
  waiting: 'venter på runden',
  noRound: 'ingen runde endnu',
  withdrawn: 'trukket tilbage',
  provisional: 'foreløbigt',
  nextRound: 'næste runde',
  judgedOf: (n: number) =>
    plural(
      'da',
      n,
      'Ét mål er vurderet. Også et mål, der ikke er nået, kan ved et tilfælde komme ud som nået; det sker for højst omkring 3 af 100.',
      `${n} mål er vurderet. Også mål, der ikke er nået, kan ved et tilfælde komme ud som nået; det sker for højst omkring 3 af 100. Se derfor på dem samlet, ikke kun på det bedste.`,
    ),

  pageQuestion: (target: string) => `Når enheden mindst ${target}?`,
  verdictWords: {
    met: (target: string) =>
      `Målet på ${target} er nået: selv den nederste ende af intervallet ligger på eller over målet.`,
    'not-met': (target: string) =>
      `Målet på ${target} er ikke nået: selv den øverste ende af intervallet ligger under målet.`,
    'too-few': (target: string) =>
      `Det kan ikke afgøres, om målet på ${target} er nået. Med så få sager ligger målet inden for det, tallet kan være.`,
    'no-answers':
      'Det kan ikke afgøres, for i runden var der ingen sager i enheden, hvor spørgsmålet gjaldt.',
    'asked-otherwise':
      'Det kan ikke afgøres, for runden spurgte på en anden måde end den runde, målet blev sat ud fra.',
  },
  notFinal: 'Runden er stadig åben. Når den er lukket, bliver vurderingen stående.',
  waitingWords: (round: string) =>
    `Målet vurderes af sig selv, når resultaterne af ${round} er åbne. Indtil da er de forseglet for alle.`,
  noRoundWords:
    'Der er endnu ingen runde at vurdere målet ved. Det bliver den første runde med sager, der afsluttes, efter at målet er sat.',
  withdrawnWords: (reason: string) => `Målet er trukket tilbage: ${reason}`,
  numbers: 'Tallene',
  numbersCaption: 'Udgangspunkt, mål og resultat',
  when: 'Hvornår',
  share: 'Andel',
  interval: '95 %-interval',
  answersBehind: 'Svar bag tallet',
  casesBehind: 'Sager bag tallet',
  basis: (round: string) => `Udgangspunkt: ${round}`,
  result: (round: string) => `Resultat: ${round}`,
  aimRow: 'Målet',
  countOf: (numerator: string, denominator: string) => `${numerator} af ${denominator}`,
  whyHeading: 'Hvorfor dette mål?',
  facts: 'Om målet',
  setBy: 'Sat af',
  setOn: 'Sat den',
  notKnown: 'ukendt',
  luckHeading: 'Hvad ville tilfældet alene gøre?',
  luck: (stood: string, expected: string) =>
    `Det, der er valgt, fordi det ligger lavt, ligger ofte lavt delvis ved et tilfælde og kommer derfor højere ud næste gang af sig selv. Enheden stod på ${stood}. Selv om intet ændres, må man vente omkring ${expected} ved næste runde. Først det, der ligger klart over, kan være jeres eget værk.`,
  luckHigh: (stood: string, expected: string) =>
    `Enheden stod på ${stood}, højere end det meste andet. Selv om intet ændres, må man vente omkring ${expected} ved næste runde, fordi det højeste delvis er held.`,
  luckUnknown:
    'Det, der er valgt, fordi det ligger lavt, kommer ofte højere ud næste gang af sig selv. Hvor meget, kan ikke siges her.',
  fewerQuestions: (shared: number, all: number) =>
    `Vurderet på ${shared} af ${all} spørgsmål: de øvrige er ikke stillet på samme måde i de to runder.`,
  began: 'Nogle af rundens sager blev afsluttet, før målet blev sat. Dem kan målet ikke have flyttet.',
  method: 'Sådan vurderes et mål',
  methodBody: [
    'Målet holdes op mod samme tal og samme 95 %-interval, som resultatsiden viser for enheden. Nået: den nederste ende er mindst lig med målet. Ikke nået: den øverste ende er under målet. Ellers kan det ikke afgøres.',
    'Er alle sager gennemgået, er der ingen usikkerhed, og målet er enten nået eller ikke nået.',
    'Et mål kan ikke rettes, og når det er vurderet, kan det ikke trækkes tilbage. Ellers ville kun de nåede mål stå tilbage.',
  ],
  withdraw: 'Træk målet tilbage',
  withdrawTitle: 'Træk målet tilbage?',
  withdrawBody: 'Målet bliver stående med begrundelsen, men vurderes ikke. Det kan ikke fortrydes.',
  withdrawReason: 'Hvorfor?',
  withdrawMissing: 'Skriv en begrundelse.',

  newTitle: 'Sæt et mål',
  newQuestion: 'Hvad vil enheden nå, og kan det ses?',
  noClosed: 'Der er ingen afsluttet runde endnu. Et mål sættes ud fra en rundes resultater.',
  base: 'Udgangspunkt',
  baseHint: 'Den afsluttede runde, målet sættes ud fra.',
  which: 'Mål for',
  whichHint: 'Enhedens andel i runden står ved hvert valg.',
  composites: 'Samlet for sagstrin',
  targetLabel: 'Mål: mindst så mange procent',
  targetMissing: 'Skriv et helt tal fra 1 til 100.',
  why: 'Hvorfor dette mål?',
  whyHint: 'Skriv ingen navne. Hele enheden læser det.',
  whenJudged: 'Vurderes ved',
  prospect: 'Kan det ses?',
  expected: (n: string) =>
    `Bliver næste stikprøve lige så stor, hviler tallet på omkring ${n} sager eller svar.`,
  canTell: (meet: string, miss: string) =>
    `Så siger runden med stor sikkerhed "nået", hvis enheden i virkeligheden ligger på ${meet} eller derover, og "ikke nået", hvis den ligger på ${miss} eller derunder. Ligger den imellem, kan det ofte ikke afgøres.`,
  onlyMeet: (meet: string) =>
    `Så siger runden med stor sikkerhed "nået", hvis enheden i virkeligheden ligger på ${meet} eller derover. Den kan aldrig sige "ikke nået".`,
  neverMet: (miss: string) =>
    `Så lille en stikprøve kan aldrig vise, at målet er nået, heller ikke hvis alt er i orden. Den kan højst vise, at det ikke er nået, hvis enheden ligger på ${miss} eller derunder. Vælg hellere et sagstrin eller alle sagstrin samlet.`,
  never:
    'Så lille en stikprøve kan hverken vise, at målet er nået, eller at det ikke er. Vælg hellere et sagstrin eller alle sagstrin samlet.',
  census: 'Alle sager er gennemgået, så målet kan afgøres uden usikkerhed, hvis det også sker næste gang.',
  luckShort: (expected: string) => `Selv om intet ændres, må man vente omkring ${expected} næste gang.`,
  save: 'Sæt målet',
  saveNote: 'Målet kan ikke rettes bagefter, kun trækkes tilbage, før det er vurderet.',

  visitHeading: 'Enhedens mål',
  visitNone: 'Enheden har ingen mål. Et mål kan sættes ud fra en afsluttet runde.',
  seeAll: 'Se alle mål',
}
