import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const groups = (count: number) => (count === 1 ? '1 gruppe' : `${n(count)} grupper`)

export const draw = {
  title: (level: number, name: string) => `Udtræk, niveau ${level}: ${name}`,
  steps: 'Udtrækkets gang',
  step: { freeze: 'Grundlaget låses', publish: 'Nøglen offentliggøres' },
  stepNow: 'næste skridt',
  stepLater: 'senere',
  rule: 'Reglen',
  chance: 'Hvad man kan slutte',
  fellOutHeading: 'Faldt fra',
  fellOutWhat:
    'Sagstrin i perioden, der ikke kan komme med, og den første del af reglen, som de ikke opfylder.',
  closed:
    'En åben runde har ankersager: gamle sager, som gennemgås igen, uden at gennemgåeren ved, hvilke de er. Derfor ser kun de, der leder tilsynet, indtil videre, hvilke sager der er med, og hvor mange. Når runden er lukket, kan I alle se det. Fingeraftryk og nøgle er åbne for alle.',

  waitingTitle: 'Niveauet under har ingen sager endnu',
  waitingBody: (level: number) => `Sagerne her tages blandt dem på niveau ${level}. Begynd med det niveau.`,
  waitingAction: (level: number) => `Til udtrækket på niveau ${level}`,
  unreadableTitle: 'Sagerne kan ikke udtages endnu',
  nothingTitle: 'Der er ingen sager at tage af',

  freeze: 'Lås grundlaget',
  freezeQuestion: (level: number) => `Lås grundlaget for niveau ${level}?`,
  freezeConfirmBelow: (level: number) => `Derefter kan sager på niveau ${level} ikke længere erstattes.`,
  publish: 'Offentliggør nøglen',
  publishQuestion: (level: number) => `Offentliggør nøglen for niveau ${level}?`,
  actBy: 'Det gør en administrator eller en af stabens jurister.',
  roundClosed: 'Runden er lukket; udtrækket kan ikke ændres.',
  publishedDone: 'Nøglen er offentlig. Udtrækket kan efterregnes.',

  proofHeading: 'Fingeraftryk',
  frameDigest: 'Grundlagets fingeraftryk (SHA-256)',
  seedDigest: 'Nøglens fingeraftryk (SHA-256)',
  seed: 'Nøglen',
  seedHidden: 'hemmelig, til den offentliggøres',

  strataHeading: 'Grupper',
  unitsHeading: 'Enheder',
  group: 'Gruppe',
  unit: 'Enhed',
  short: 'For få sager',
  shortBy: (count: number) => `mangler ${n(count)}`,
  noShort: 'Alle grupper har sager nok.',
  excluded: (count: number) =>
    count === 1
      ? '1 gruppe er ikke med i planen på dette niveau.'
      : `${n(count)} grupper er ikke med i planen på dette niveau.`,
  groupsOf: (unit: string, count: number) => `${unit}: ${groups(count)}`,
  wholeFrame: 'Alle sagstrin',
  total: 'I alt',

  casesOwnUnits: 'Du ser sagerne i dine egne enheder.',
  casesHidden: 'Hvilke sager der er med, ses af dem, der leder eller foretager tilsynet.',
  case: 'Sag',
  stage: 'Sagstrin',
  order: 'Nr. i gruppen',
  status: 'Status',
  review: 'Gennemgang',
  reviews: {
    assigned: 'ikke begyndt',
    'in-progress': 'i gang',
    submitted: 'indsendt',
    'written-off': 'bortfaldet',
  },
  replaced: 'erstattet',
  action: 'Handling',
  showAll: (count: number) => `Vis alle ${n(count)}`,
  shown: (shown: number, count: number) => `${n(shown)} af ${n(count)} vises.`,
  allUnits: 'Alle enheder',
  replacementsNote: (count: number) =>
    count === 1 ? '1 sag er erstattet.' : `${n(count)} sager er erstattet.`,
  replace: 'Erstat',
  replaceCase: (caseId: string) => `Erstat sag ${caseId}`,
  replaceTitle: (caseId: string) => `Erstat sag ${caseId}?`,
  replaceReason: 'Hvorfor kan sagen ikke gennemgås?',
  replaceHint:
    'Begrundelsen offentliggøres med udtrækket og står i rapporten. Beskriv ikke barnet eller familien. F.eks. »Sagen er overgået til en anden kommune«.',
  replaceMissing: 'Skriv en begrundelse.',
  replaceAction: 'Erstat sagen',
  replaceDone: (out: string, taken: string) => `Sag ${out} er erstattet af ${taken}.`,
  replaceAbove:
    'Niveauet over bygger på disse sager, så ingen kan erstattes. Notér en uregelmæssighed i stedet.',

  filesHeading: 'Efterregn udtrækket selv',
  filesWhat:
    'Hent de tre filer i samme mappe, og kør kommandoen på en hvilken som helst maskine med programmet. Den siger, om udtrækket stemmer, og ellers hvad der er anderledes.',
  filesBelow: (level: number) => `Hent også DRAW.json fra niveau ${level}, som der er trukket fra.`,
  filesSeedLater: 'Nøglen kan hentes, når den er offentliggjort.',
  filesHidden: 'DRAW.json og grundlaget kan hentes af dem, der ser alle sagerne.',
  downloadDraw: 'DRAW.json (udtrækket)',
  downloadFrame: 'frame.csv (grundlaget)',
  downloadSeed: 'seed.txt (nøglen)',
  command: 'Kommando',

  handOverHeading: 'Overdrag sagerne til andre',
  handOverWhat:
    'Skal Ankestyrelsen, Task Forcen eller andre se på sagerne, så hent listen over dem. Med følger, hvordan de er valgt, og kontrolsummer, som modtageren kan efterprøve. Listen nævner ingen sagsbehandlere.',
  downloadHandOver: 'Liste, forklaring og kontrolsummer (ZIP)',
}
