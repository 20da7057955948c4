import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const reviews = (count: number) => plural('da', count, '1 gennemgang', `${n(count)} gennemgange`)

export const rounds = {
  listTitle: 'Runder',
  listQuestion: 'Hvilke tilsyn er i gang, og hvilke er afsluttet?',
  listCaption: 'Runder, nyeste først',
  none: 'Ingen runder endnu',
  noneBody:
    'En runde samler et programs udtræk og gennemgange for en periode. Når den er åbnet, findes sagerne niveau for niveau.',
  noneWait: 'En administrator eller en af stabens jurister åbner den første runde.',
  open: 'Åbn en runde',
  compare: 'Sammenlign',
  round: 'Runde',
  period: 'Periode',
  programme: 'Program',
  state: 'Tilstand',
  progress: 'Gennemgange',
  states: { planned: 'planlagt', open: 'i gang', closed: 'lukket' },
  notDrawn: 'ingen sager endnu',
  submittedOf: (submitted: number, drawn: number) =>
    `${n(submitted)} af ${n(drawn)} ${plural('da', drawn, 'gennemgang', 'gennemgange')} er indsendt`,
  allSubmitted: (drawn: number) =>
    plural('da', drawn, 'Den ene gennemgang er indsendt', `Alle ${n(drawn)} gennemgange er indsendt`),
  writtenOffCount: (count: number) => `${n(count)} afskrevet`,
  restWrittenOff: (submitted: number, writtenOff: number) =>
    `${n(submitted)} indsendt, ${n(writtenOff)} afskrevet`,
  restsOn: (basis: number, drawn: number, closed: boolean) =>
    closed
      ? `Rundens tal bygger på ${n(basis)} af ${n(drawn)} trukne gennemgange. Resten er afskrevet, og dem siger tallene intet om.`
      : `Rundens tal kan højst bygge på ${n(basis)} af ${n(drawn)} trukne gennemgange. Resten er afskrevet, og dem siger tallene intet om.`,
  progressOf: (title: string) => `Indsendte gennemgange, ${title}`,

  position: {
    closed: (when: string) => `Runden blev lukket ${when}.`,
    nothingDrawn: 'Ingen sager endnu.',
    readyToClose: 'Runden kan lukkes.',
  },
  cycle: 'Rundens gang',
  levelNumber: (level: number) => `Niveau ${level}`,
  closing: 'Afslutning',
  stepStates: { waiting: 'venter på niveauet under', frozen: 'grundlaget er låst' },
  stepReviewed: (submitted: number, drawn: number) => `${n(submitted)} af ${n(drawn)} indsendt`,
  stepClosed: 'lukket',
  stepOpen: 'når alt er indsendt',

  nextHeading: 'Det næste',
  nextFreeze: (level: number) => `Lås grundlaget for niveau ${level}`,
  nextDrawBy: 'Det gør en administrator eller en af stabens jurister.',
  missing: (level: number, who: string, count: number, unit: string, ofUnit: number) =>
    `Niveau ${level} (${who}): ${reviews(count)} mangler, flest i ${unit} (${n(ofUnit)}).`,
  missingOne: (level: number, who: string, count: number, unit: string) =>
    `Niveau ${level} (${who}): ${reviews(count)} mangler i ${unit}.`,
  toAssignment: 'Se fordelingen: hvem gennemgår hvad',
  unassigned: (count: number) =>
    plural(
      'da',
      count,
      '1 sag har ingen gennemgår, fordi alle på niveauet har deltaget i den eller ingen har rollen. Fordel den i hånden.',
      `${n(count)} sager har ingen gennemgår, fordi alle på niveauet har deltaget i dem eller ingen har rollen. Fordel dem i hånden.`,
    ),
  nextClose: 'Alt er indsendt. Runden kan lukkes.',

  levelsHeading: 'Niveauer, timer og udtræk',
  levelsCaption: 'Hvert niveaus udtræk, gennemgange og tid',
  level: 'Niveau',
  draw: 'Udtræk',
  levelStates: {
    waiting: 'venter',
    'to-freeze': 'kan låses',
    frozen: 'låst',
  },
  drawn: 'Sager',
  submitted: 'Indsendt',
  writtenOff: 'Afskrevet',
  hoursUsed: 'Tid brugt',
  hoursLeft: 'Tid tilbage',
  seeDraw: (level: number) => `Udtrækket på niveau ${level}`,
  hoursNote: (each: string) =>
    `Tid brugt er de minutter, gennemgåerne selv har oplyst. Tid tilbage er programmets planlagte tid pr. sag (${each}) for det, der ikke er indsendt.`,
  minutesEach: (level: number, minutes: number) => `niveau ${level}: ${n(minutes)} min.`,
  undrawnNote: (levels: string) => `Hertil kommer niveau ${levels}, som ikke har sager endnu.`,

  unitsHeading: 'Hvor langt er enhederne?',
  findingsHeading: 'Fejl og genopretning',
  findingsBody:
    'Hver fejl, gennemgangene finder, følges, til den er rettet op, eller det er begrundet, hvorfor ikke.',
  toFindings: 'Se fejlene fra runden',
  toProgress: 'Fremdrift: ventet afslutning, timer og hvad der står stille',
  unitsCaption: 'Indsendte gennemgange af alle, pr. enhed og niveau',
  unit: 'Enhed',
  noDraw: 'ingen',
  unitsEmpty: 'Tallene kommer, når niveau 1 har sager.',

  factsHeading: 'Om runden',
  baseline: 'Sammenlignes med',
  noBaseline: 'ingen; det er den første måling',
  openedAt: 'Åbnet',
  results: 'Resultater',
  report: 'Rapport',
  planNext: 'Planlæg den næste runde',
  programmeStatus: 'Programmets forbehold',

  irregularitiesHeading: 'Uregelmæssigheder',
  irregularitiesIntro: 'Det, der afveg fra planen, og hvorfor. Det står i rapporten.',
  irregularitiesNone: 'Ingen er noteret.',
  irregularityAdd: 'Notér en uregelmæssighed',
  irregularityDa: 'Hvad afveg, og hvorfor?',
  irregularityHint:
    'Nævn ingen: intet navn, CPR-nummer eller sagsnummer, og intet om barnet eller familien. Teksten trykkes i den offentlige rapport og kan ikke slettes igen.',
  irregularityEn: 'Det samme på engelsk',
  irregularityMissing: 'Skriv, hvad der afveg.',
  irregularitySave: 'Notér',
  irregularitySaved: 'Noteret.',

  closeHeading: 'Luk runden',
  closeWhat: 'En lukket runde kan ikke ændres. Resultaterne ligger fast og kan sammenlignes med.',
  closeMissing: 'Før runden kan lukkes:',
  closeMissingLevel: (level: number, title: string) => `niveau ${level} (${title}) mangler sine sager`,
  closeMissingReviews: (level: number, count: number) =>
    `${reviews(count)} på niveau ${level} skal indsendes`,
  closeAction: 'Luk runden',
  closeQuestion: 'Luk runden?',
  closeConfirm: 'Det kan ikke gøres om. Ingen kan trække, erstatte eller svare i runden bagefter.',

  newTitle: 'Åbn en runde',
  newQuestion: 'Hvad skal efterses, og for hvilken periode?',
  newProgramme: 'Program',
  newProgrammeHint: 'Runden bruger den nyeste version og beholder den, også når programmet senere ændres.',
  newChoose: 'Vælg et program',
  newPeriod: 'Periode',
  newPeriodHint: 'Sagstrin, der blev afsluttet i perioden, kan komme med. Begge dage tæller med.',
  newQuarter: (quarter: number, year: number) => `${quarter}. kvartal ${year}`,
  newFrom: 'Fra og med',
  newTo: 'Til og med',
  newNotOver: (last: string) =>
    `Perioden er ikke slut. Sagstrin, der afsluttes, efter at grundlaget er låst, og til og med ${last}, kommer ikke med. Vent, til perioden er slut, eller vælg en tidligere.`,
  newOverlap: (title: string) =>
    `Der er allerede en runde i de dage: ${title}. En sag kan komme med i begge, og det noteres som en uregelmæssighed.`,
  newKey: 'Rundens id',
  newKeyHint: 'Kort, uden mellemrum, f.eks. 2026q3. Det indgår i udtrækket og kan ikke ændres.',
  newTitleDa: 'Titel på dansk',
  newTitleEn: 'Titel på engelsk',
  suggestedTitle: (quarter: number, year: number) => `Ledelsestilsyn, ${quarter}. kvartal ${year}`,
  newBaseline: 'Sammenlign med',
  newBaselineHint: 'Runden, som fremgang og tilbagegang måles fra (baseline).',
  newNoBaseline: 'Ingen; denne runde er den første måling',
  newSubmit: 'Åbn runden',
  newNoProgrammes:
    'Der er ingen programmer at åbne en runde på. En administrator lægger et program ind først.',
  newNotPermitted: 'Din rolle kan ikke åbne en runde. Det kan en administrator eller en af stabens jurister.',
  errors: {
    programme: 'Vælg et program.',
    periodFrom: 'Vælg den første dag.',
    periodTo: 'Vælg den sidste dag.',
    order: 'Perioden slutter, før den begynder. Ret en af datoerne.',
    key: 'Skriv et id, f.eks. 2026q3.',
    titleDa: 'Skriv en titel på dansk.',
    titleEn: 'Skriv en titel på engelsk.',
  },
}
