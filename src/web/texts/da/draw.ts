import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const stages = (count: number) => (count === 1 ? '1 sagstrin' : `${n(count)} sagstrin`)
const groups = (count: number) => (count === 1 ? '1 gruppe' : `${n(count)} grupper`)

export const draw = {
  title: (level: number, name: string) => `Udtræk, niveau ${level}: ${name}`,
  answer: {
    'to-freeze': (eligible: number, count: number, wanted: number) =>
      `Intet er trukket endnu. ${stages(eligible)} i ${groups(count)} kan trækkes; planen er at trække ${n(wanted)}.`,
    frozen: (eligible: number) =>
      `${stages(eligible)} ligger fast, og ingen kan længere vælge mellem dem. Nu kan der trækkes lod.`,
    drawn: (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er trukket ved lod. Alle kan efterregne det, når nøglen er offentlig.`,
    'seed-published': (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er trukket ved lod. Enhver med filerne kan efterregne det.`,
  },
  answerNewest: {
    'to-freeze': (eligible: number, count: number, wanted: number) =>
      `Intet er udtaget endnu. ${stages(eligible)} i ${groups(count)} kan udtages; planen er at tage ${n(wanted)}, de nyeste først.`,
    frozen: (eligible: number) =>
      `${stages(eligible)} ligger fast, og datoerne afgør, hvilke der er de nyeste. Nu kan de udtages.`,
    drawn: (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er udtaget, de nyeste først. Alle kan efterregne det, når nøglen er offentlig.`,
    'seed-published': (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er udtaget, de nyeste først. Enhver med filerne kan efterregne det.`,
  },
  answerCensus: {
    'to-freeze': (eligible: number, _count: number, _wanted: number) =>
      `Intet er udtaget endnu. Alle ${stages(eligible)} skal gennemgås.`,
    frozen: (eligible: number) =>
      `${stages(eligible)} ligger fast. Alle udtages, så lodtrækning er der ingen af.`,
    drawn: (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er udtaget: alle skal gennemgås, ingen er valgt ved lod.`,
    'seed-published': (drawn: number, eligible: number) =>
      `${n(drawn)} af ${stages(eligible)} er udtaget: alle skal gennemgås, ingen er valgt ved lod.`,
  },
  steps: 'Udtrækkets gang',
  step: { freeze: 'Grundlaget låses', draw: 'Sagerne trækkes', publish: 'Nøglen offentliggøres' },
  stepNow: 'næste skridt',
  stepLater: 'senere',
  rule: 'Reglen',
  chance: 'Hvad man kan slutte',
  fellOutHeading: 'Faldt fra',
  fellOutWhat:
    'Sagstrin i perioden, der ikke kan udtages, og den første del af reglen, som de ikke opfylder.',
  closed:
    'En åben runde har ankersager: gamle sager, som gennemgås igen, uden at gennemgåeren ved, hvilke de er. Derfor ser kun de, der leder tilsynet, indtil videre, hvilke sager der er trukket, og hvor mange. Når runden er lukket, kan I alle se det. Fingeraftryk og nøgle er åbne for alle.',

  waitingTitle: 'Niveauet under er ikke trukket endnu',
  waitingBody: (level: number) => `Disse sager trækkes blandt dem på niveau ${level}. Træk det niveau først.`,
  waitingAction: (level: number) => `Til udtrækket på niveau ${level}`,
  unreadableTitle: 'Der kan ikke trækkes endnu',
  nothingTitle: 'Der er ingen sager at trække',

  freeze: 'Lås grundlaget',
  freezeWhat:
    'Når grundlaget låses, gemmes de sagstrin, der kan trækkes, som de er nu, og programmet laver en hemmelig lodtrækningsnøgle. Fingeraftryk af begge offentliggøres med det samme. Senere importer ændrer ikke udtrækket.',
  freezeQuestion: (level: number) => `Lås grundlaget for niveau ${level}?`,
  freezeConfirm: (eligible: number) =>
    `${stages(eligible)} kan trækkes. Det kan ikke gøres om: importér først, hvis der mangler sager.`,
  freezeConfirmBelow: (level: number) => `Derefter kan sager på niveau ${level} ikke længere erstattes.`,
  draw: 'Træk sagerne',
  drawWhat:
    'Lodtrækningen følger af grundlaget og nøglen alene. De trukne sager fordeles straks til gennemgåere; ingen får en sag, de selv har deltaget i.',
  drawWhatNewest:
    'Udtaget følger af grundlaget: de nyeste sager først, og mellem sager fra samme dag afgør nøglen. Sagerne fordeles straks til gennemgåere; ingen får en sag, de selv har deltaget i.',
  drawQuestion: (level: number) => `Træk sagerne på niveau ${level}?`,
  drawConfirm: (wanted: number) =>
    `Op til ${stages(wanted)} trækkes og gives til gennemgåere. Det kan ikke gøres om.`,
  publish: 'Offentliggør nøglen',
  publishWhat:
    'Med nøglen kan enhver, der har grundlaget, regne udtrækket efter. Offentliggør den, når sagerne er gennemgået: den afslører også, hvilken sag der er den næste i rækken.',
  publishQuestion: (level: number) => `Offentliggør nøglen for niveau ${level}?`,
  publishConfirm: 'Det kan ikke gøres om. Derefter kan sager på niveauet ikke længere erstattes.',
  actBy: 'Det gør en administrator eller en af stabens jurister.',
  roundClosed: 'Runden er lukket; udtrækket kan ikke ændres.',
  drawnDone: (drawn: number) => `${stages(drawn)} er trukket og fordelt.`,
  drawnUnassigned: (drawn: number, without: number) =>
    `${stages(drawn)} er trukket. ${n(without)} har ingen gennemgår endnu: fordel dem i hånden.`,
  publishedDone: 'Nøglen er offentlig. Udtrækket kan efterregnes.',

  proofHeading: 'Fingeraftryk',
  proofBefore:
    'Grundlaget og nøglen lå fast, før nogen kendte udtrækket: ændres blot ét tegn i dem, passer fingeraftrykket ikke mere.',
  proofAfter: 'Derfor kan ingen have valgt sagerne, hverken før eller efter lodtrækningen.',
  frameDigest: 'Grundlagets fingeraftryk (SHA-256)',
  seedDigest: 'Nøglens fingeraftryk (SHA-256)',
  seed: 'Nøglen',
  seedHidden: 'hemmelig, til den offentliggøres',

  strataHeading: 'Grupper',
  strataCaption: 'Hvor mange sagstrin der kan trækkes, skal trækkes og er trukket',
  group: 'Gruppe',
  unit: 'Enhed',
  eligible: 'Kan trækkes',
  wanted: 'Skal trækkes',
  drawn: 'Trukket',
  short: 'For få sager',
  shortBy: (count: number) => `mangler ${n(count)}`,
  shortNote: (count: number) =>
    count === 1
      ? 'I 1 gruppe er der færre sager, end planen ønsker; dér trækkes alle.'
      : `I ${n(count)} grupper er der færre sager, end planen ønsker; dér trækkes alle.`,
  noShort: 'Alle grupper har sager nok.',
  excluded: (count: number) =>
    count === 1
      ? '1 gruppe er ikke med i planen på dette niveau.'
      : `${n(count)} grupper er ikke med i planen på dette niveau.`,
  groupsOf: (unit: string, count: number) => `${unit}: ${groups(count)}`,
  wholeFrame: 'Alle sagstrin',
  total: 'I alt',

  casesHeading: 'Trukne sager i rækkefølge',
  casesCaption: 'Trukne og erstattede sager',
  casesOwnUnits: 'Du ser sagerne i dine egne enheder.',
  casesHidden: 'Hvilke sager der er trukket, ses af dem, der leder eller foretager tilsynet.',
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
  inForce: 'trukket',
  action: 'Handling',
  showAll: (count: number) => `Vis alle ${n(count)}`,
  shown: (shown: number, count: number) => `${n(shown)} af ${n(count)} vises.`,
  allUnits: 'Alle enheder',
  replacementsNote: (count: number) =>
    count === 1 ? '1 sag er erstattet.' : `${n(count)} sager er erstattet.`,
  replace: 'Erstat',
  replaceCase: (caseId: string) => `Erstat sag ${caseId}`,
  replaceTitle: (caseId: string) => `Erstat sag ${caseId}?`,
  replaceWhat:
    'Sagen tages ud, og den næste i gruppens rækkefølge kommer ind. Kun sager, der ikke kan gennemgås, må erstattes, aldrig svære sager.',
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
  filesHidden: 'DRAW.json og grundlaget kan hentes af dem, der ser alle trukne sager.',
  downloadDraw: 'DRAW.json (udtrækket)',
  downloadFrame: 'frame.csv (grundlaget)',
  downloadSeed: 'seed.txt (nøglen)',
  command: 'Kommando',
}
