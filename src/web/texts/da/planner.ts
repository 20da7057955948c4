import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const reviews = (count: number) => (count === 1 ? '1 gennemgang' : `${n(count)} gennemgange`)

/** Ends a sentence whose last word may be an abbreviation with its own full stop, `102 t.`. */
const ended = (sentence: string) => (sentence.endsWith('.') ? sentence : `${sentence}.`)

export const planner = {
  title: 'Planlæg den næste runde',
  question: 'Hvor mange gennemgange skal der til?',
  rounds: 'Runder',
  notPermitted:
    'Din rolle kan ikke planlægge runder. Det kan den, der leder tilsynet, direktører og jurister.',
  noProgrammes: 'Der er intet program at planlægge for',
  noProgrammesBody: 'En administrator lægger et program ind først. Så kan en runde planlægges.',
  seeProgrammes: 'Se programmerne',
  promise: (count: number, hours: string, margin: string, change: string) =>
    `${reviews(count)} på ${hours} siger den samlede efterlevelse inden for ±${margin} procentpoint og finder en ændring på ${change} procentpoint.`,
  promiseNone: (count: number, hours: string, margin: string) =>
    `${reviews(count)} på ${hours} viser den samlede efterlevelse inden for ±${margin} procentpoint; ingen ændring er stor nok til at blive opdaget.`,
  promiseLess: (count: number, hours: string, level: number) =>
    `${ended(`${reviews(count)} på ${hours}`)} Uden mindst fire gennemgange på niveau ${level} kan intet siges med øverste niveaus øjne.`,

  groundsHeading: 'Hvad planen lærer af',
  programme: 'Program',
  learnFrom: 'Lær af disse runder',
  learnFromHint:
    'Jeres egne runder fortæller, hvor meget sager ligner hinanden, hvor godt niveauerne forudsiger hinanden, og hvor lang tid en gennemgang tager.',
  noRounds:
    'Programmet har ingen runder endnu. Tallene nedenfor bygger på antagelser, som står ved siden af dem.',
  roundSealed: 'forseglet: ikke alt er trukket og indsendt, så intet kan læres endnu',
  roundEmpty: 'ingen svar at lære af',
  roundFailed: 'kunne ikke hentes',
  roundLoading: 'hentes',
  population: 'Sagstrin i en runde',
  populationHint: 'Så mange afsluttede sagstrin gælder svaret for. Tomt felt: som i den nyeste valgte runde.',

  planHeading: 'Planen',
  levelTitle: (level: number, title: string) => `Niveau ${level}: ${title}`,
  reviewsAt: (level: number) => `Gennemgange på niveau ${level}`,
  reviewsOn: (level: number) => `Gennemgange på niveau ${level}, skyder`,
  reviews: 'Gennemgange',
  minutes: 'Minutter pr. gennemgang',
  minutesAt: (level: number) => `Minutter pr. gennemgang på niveau ${level}`,
  minutesSource: {
    measured: (count: number, planned: string) =>
      `målt: gennemsnit af ${reviews(count)} (programmet regner med ${planned})`,
    planned: 'programmets egen planlægning',
    chosen: (usual: string) => `valgt her (ellers ${usual})`,
  },
  hoursOfLevel: (hours: string) => `${hours} i alt`,
  hours: 'Timer i alt',
  hoursHint: 'Skyderen ændrer alle niveauer i samme forhold.',
  valueReviews: reviews,
  valueHours: (hours: string) => `${hours} i alt`,
  startNote: 'Tallene begynder ved det, den nyeste valgte runde havde.',
  startAssumed:
    'Der er ingen runde at begynde ved: 60 på øverste niveau og dobbelt så mange for hvert niveau under.',
  overdrawn: (level: number, below: number, most: number) =>
    `Niveau ${level} trækkes af niveau ${below}, som kun har ${reviews(most)}. Sæt niveau ${level} ned eller niveau ${below} op.`,
  datesDecide: (level: number) =>
    `Niveau ${level} vælger sager efter dato og ikke ved lodtrækning. Usikkerheden nedenfor gælder kun, hvis der trækkes lod.`,
  reset: 'Begynd forfra',

  saysHeading: 'Det kan I sige bagefter',
  uncertainty: 'Usikkerhed',
  plusMinus: (points: string) => `±${points}`,
  points: 'procentpoint',
  rangeNote: (best: string, worst: string) =>
    `mellem ±${best} og ±${worst}, alt efter hvor godt niveauerne forudsiger hinanden`,
  newestNote: (margin: string) =>
    `den nyeste valgte runde fik selv ±${margin}; her regnes med alle de valgte lagt sammen`,
  change: 'Ændring, der findes',
  changeNote:
    'med 80 % chance, fra én runde som denne til den næste (en rundes resultater regner med dens egen baseline og kan derfor vise et andet tal)',
  time: 'Tid',
  timeNote: (count: number) => reviews(count),
  worth: (count: number, level: number) =>
    `Lige så sikkert som ${reviews(count)} på niveau ${level} alene, trukket med lige stor chance.`,
  sameCases: (level: number, next: number) =>
    `Niveau ${level} gennemgår lige så mange sager som niveau ${next}, altså de samme, og gør derfor ikke resultatet sikrere.`,
  certain: 'Alle sager gennemgås på øverste niveau, så der er ingen usikkerhed.',
  nothingPlanned: 'Ingen gennemgange er planlagt.',
  scopesCaption: 'Usikkerhed og den mindste ændring, der findes (procentpoint)',
  scope: 'Om hvad',
  scopes: { all: 'alle krav under ét', stage: 'ét sagstrin', question: 'ét spørgsmål' },
  expertMargin: (level: number) => `Usikkerhed, niveau ${level}s øjne`,
  expertChange: (level: number) => `Ændring, niveau ${level}s øjne`,
  ownMargin: (level: number) => `Usikkerhed, niveau ${level} alene`,
  ownChange: (level: number) => `Ændring, niveau ${level} alene`,
  tooFew: 'for få',
  noneFound: 'ingen',
  noneLarge: 'Ingen ændring er stor nok til at blive opdaget.',
  scopesNote: (reference: number, comparison: number) =>
    `»Niveau ${reference}s øjne« er, hvad niveau ${reference} ville have fundet overalt, regnet ud fra alle niveauer. »Niveau ${comparison} alene« er det mål, som fremgang og tilbagegang i rapporten regnes på. »For få«: under ti svar giver antal og ingen procent. »Ingen«: selv den største ændring ville blive overset.`,

  cheaperHeading: 'Billigere planer',
  goal: 'Planen skal',
  goals: {
    same: 'være mindst lige så sikker som nu',
    margin: 'have højst denne usikkerhed',
    change: 'finde en ændring på',
  },
  goalPoints: 'Procentpoint',
  goalPointsWrong: 'Skriv et tal mellem 0,1 og 99.',
  keepHeading: 'Behold mindst',
  keepHint: (level: number) =>
    `Gennemgange, I vil have af andre grunde: læring for hver sagsbehandler, eller niveau ${level}, som ændringer måles på.`,
  keepAt: (level: number) => `Niveau ${level}`,
  kept: (count: number, level: number) => `${reviews(count)} på niveau ${level}`,
  keptCosts: (kept: string, hours: string) =>
    ended(
      `»Behold mindst« holder billigere planer ude: ${kept} skal blive. Uden det krav tager den billigste plan ${hours}`,
    ),
  cheaperCaption: (count: number) =>
    count === 1 ? '1 plan, billigst først' : `${n(count)} planer, billigst først`,
  cheaperNone: 'Ingen af de prøvede planer når det i færre timer.',
  cheaperWait: 'Ret planen ovenfor først.',
  planColumn: (levels: string) => `Gennemgange på niveau ${levels}`,
  savedHeading: 'Timer mod nu',
  saved: (percent: number) => (percent >= 0 ? `${n(percent)} % færre` : `${n(-percent)} % flere`),
  pick: 'Brug denne',
  pickWhat: (plan: string) => `Brug planen ${plan}`,
  used: 'Planen er skiftet.',
  inUse: 'Planen nu',
  caution:
    'Planerne sammenlignes kun på den samlede sikkerhed. Gennemgange tjener også læring og det enkelte barns sag; det må I selv lægge i vægtskålen.',

  assumptionsHeading: 'Tallene bag',
  assumptionsCaption: 'Hvad beregningen bygger på',
  what: 'Størrelse',
  value: 'Værdi',
  source: 'Hvorfra',
  fromCases: (count: number) => (count === 1 ? '1 sag' : `${n(count)} sager`),
  fromReviews: reviews,
  assumed: 'antaget; ingen af jeres valgte runder siger det',
  r2: (level: number, reference: number) =>
    `Så meget af niveau ${reference}s vurdering kan niveau ${level} forudsige (R²)`,
  r2Value: (value: string, lower: string, upper: string) => `${value} (${lower}–${upper})`,
  r2Source: (count: string) => `${count}, som begge niveauer har set`,
  evenness: (level: number) =>
    `Så meget er 100 gennemgange på niveau ${level} værd, når sagerne ikke har lige stor chance for at blive trukket`,
  assumedEven: 'antaget: lige stor chance for alle sager',
  spread: (level: number) => `Spredning mellem sager på niveau ${level} (procentpoint)`,
  perCase: 'Andel af sagerne, et typisk spørgsmål gælder for',
  share: 'Efterlevelse af et typisk spørgsmål',
  minutesRow: (level: number) => `Minutter pr. gennemgang på niveau ${level}`,
  fromProgramme: 'programmets planlægning',
  method: 'Sådan regnes der',
  methodBody:
    'Usikkerheden er et 95 %-interval for kaskadeestimatet med de bedste vægte. R² er korrelationen mellem niveauernes samlede mål på de samme sager, rettet for få sager (Ezekiel), med Fishers grænser; grænserne giver spændet ved usikkerheden. Ét spørgsmål på øverste niveau regnes uden niveauerne under. To, der gennemgår sammen, tæller som én gennemgang. Har sagerne ikke lige stor chance for at blive trukket, er en gennemgang mindre værd (Kish); hvor meget, læres af jeres egne runder. Med en rundes egne antal giver planen derfor den sikkerhed, runden fik. Løfterne er efterprøvet ved simulation; se docs/statistics.md, »Planning«.',

  quotasHeading: 'Hvad det betyder i programfilen',
  quotasIntro: (round: string) =>
    `Programmets kvoter bestemmer, hvor mange sager der trækkes. Sammenlignet med ${round}:`,
  quotasNoRound:
    'Programmets kvoter bestemmer, hvor mange sager der trækkes. Uden en runde at gå ud fra kan de ikke regnes om.',
  quota: {
    'left-out': (level: number) => `Niveau ${level} udgår: slet niveauet.`,
    'as-it-is': (level: number) => `Niveau ${level} kan blive, som det er.`,
    'not-known': (level: number, planned: number) =>
      `Niveau ${level}: hvor mange gennemgange kvoterne giver, vides først efter en runde. Planen har ${n(planned)}.`,
    'random-instead': (level: number, planned: number) =>
      `Niveau ${level} gennemgår alt i dag. ${reviews(planned)} kræver en tilfældig udvælgelse (kind: random) med kvoter.`,
    'groups-too-small': (level: number, percent: string) =>
      `Niveau ${level}: planen er ${percent} af det, kvoterne gav, og færre end én sag pr. gruppe kan ikke trækkes. Gør grupperne større (færre led i strata).`,
    scaled: (level: number, percent: string) =>
      `Niveau ${level}: planen er ${percent} af det, kvoterne gav. I selection kan der stå:`,
    overMonths: (level: number, percent: string) =>
      `Niveau ${level}: planen er ${percent} af det, kvoterne gav. Træk måneder under ét i stedet for hver for sig. I selection kan der stå:`,
  },
  fromNow: (level: number, from: number) => `Niveau ${level} trækkes så af niveau ${from} (from: ${from}).`,
  fromFrame: (level: number) => `Niveau ${level} trækkes så af de afsluttede sagstrin (slet from).`,
  rounded: 'Kvoter er hele tal, så antallet af gennemgange bliver ikke helt det planlagte.',
  quotasOf: (level: number) => `kvoterne for niveau ${level}`,

  print: 'Udskriv',
  csv: 'Hent som CSV',
  address: 'Planens adresse:',
  copyAddress: 'planens adresse',

  csvName: (programme: string) => `plan-${programme}.csv`,
  csvHead: ['Niveau', 'Titel', 'Gennemgange', 'Minutter pr. gennemgang', 'Timer', 'R²', 'R² bygger på sager'],
  csvMargin: 'Usikkerhed (± procentpoint)',
  csvChange: 'Ændring, der findes (procentpoint)',
  csvHours: 'Timer i alt',
  csvRounds: 'Lært af runder',
  csvNone: 'ingen (antagelser)',
}
