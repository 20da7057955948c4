import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const stages = (count: number) => (count === 1 ? '1 sagstrin' : `${n(count)} sagstrin`)
const all = (count: number) => (count === 1 ? 'Det ene sagstrin' : `Alle ${n(count)} sagstrin`)
const groups = (count: number) => (count === 1 ? '1 gruppe' : `${n(count)} grupper`)
const few = (count: number) => (count === 1 ? 'I 1 gruppe' : `I ${n(count)} grupper`)
const given = 'fordeles straks til gennemgåere; ingen får en sag, de selv har deltaget i.'
const prints = 'Fingeraftryk af begge offentliggøres med det samme. Senere importer ændrer ikke'
const key = 'og ændres ét tegn i nøglen, passer nøglens ikke.'

/** Every case of a group has the same chance. */
const byLot = {
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
  step: 'Sagerne trækkes',
  freezeWhat: `Når grundlaget låses, gemmes de sagstrin, der kan trækkes, som de er nu, og programmet laver en hemmelig lodtrækningsnøgle. ${prints} udtrækket.`,
  freezeConfirm: (eligible: number) =>
    `${stages(eligible)} kan trækkes. Det kan ikke gøres om: importér først, hvis der mangler sager.`,
  act: 'Træk sagerne',
  actWhat: `Lodtrækningen følger af grundlaget og nøglen alene. De trukne sager ${given}`,
  actQuestion: (level: number) => `Træk sagerne på niveau ${level}?`,
  actConfirm: (wanted: number) =>
    `Op til ${stages(wanted)} trækkes og gives til gennemgåere. Det kan ikke gøres om.`,
  actDone: (drawn: number) => `${stages(drawn)} er trukket og fordelt.`,
  actUnassigned: (drawn: number, without: number) =>
    `${stages(drawn)} er trukket. ${n(without)} har ingen gennemgår endnu: fordel dem i hånden.`,
  publishWhat:
    'Med nøglen kan enhver, der har grundlaget, regne udtrækket efter. Offentliggør den, når sagerne er gennemgået: den afslører også, hvilken sag der er den næste i rækken.',
  publishConfirm: 'Det kan ikke gøres om. Derefter kan sager på niveauet ikke længere erstattes.',
  proofBefore: `Grundlaget og nøglen lå fast, før nogen kendte udtrækket: kommer en sag til, falder en fra eller skifter en gruppe, passer grundlagets fingeraftryk ikke mere, ${key}`,
  proofAfter: 'Derfor kan ingen have valgt sagerne, hverken før eller efter lodtrækningen.',
  strataCaption: 'Hvor mange sagstrin der kan trækkes, skal trækkes og er trukket',
  eligible: 'Kan trækkes',
  wanted: 'Skal trækkes',
  drawn: 'Trukket',
  shortNote: (count: number) => `${few(count)} er der færre sager, end planen ønsker; dér trækkes alle.`,
  casesHeading: 'Trukne sager i rækkefølge',
  casesCaption: 'Trukne og erstattede sager',
  inForce: 'trukket',
  replaceWhat:
    'Sagen tages ud, og den næste i gruppens rækkefølge kommer ind. Kun sager, der ikke kan gennemgås, må erstattes, aldrig svære sager.',
  round: {
    act: (level: number) => `Træk sagerne på niveau ${level}`,
    toFreeze: (level: number) => `Niveau ${level} kan trækkes nu.`,
    frozen: (level: number) => `Grundlaget for niveau ${level} er låst; sagerne kan trækkes nu.`,
    step: 'kan trækkes nu',
    drawn: 'trukket',
    'seed-published': 'trukket, nøgle offentlig',
  },
}

const byRisk: typeof byLot = {
  ...byLot,
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Intet er trukket endnu. ${stages(eligible)} i ${groups(count)} kan trækkes; planen er at trække ${n(wanted)}, så sager med høj risiko oftere kommer med.`,
    frozen: (eligible) =>
      `${stages(eligible)} og deres risiko ligger fast. Nu kan der trækkes lod, så sager med høj risiko oftere kommer med.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} af ${stages(eligible)} er trukket ved lod, så sager med høj risiko oftere kom med. Alle kan efterregne det, når nøglen er offentlig.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} af ${stages(eligible)} er trukket ved lod, så sager med høj risiko oftere kom med. Enhver med filerne kan efterregne det.`,
  },
  step: 'Sagerne trækkes efter risiko',
  freezeWhat: `Når grundlaget låses, gemmes de sagstrin, der kan trækkes, og deres risiko, som de er nu, og programmet laver en hemmelig lodtrækningsnøgle. ${prints} udtrækket.`,
  act: 'Træk sagerne efter risiko',
  actWhat: `Lodtrækningen følger af grundlaget og nøglen alene. Dobbelt så høj risiko giver dobbelt så stor chance, indtil en sag er sikker på at komme med. De trukne sager ${given}`,
  actQuestion: (level) => `Træk sagerne på niveau ${level} efter risiko?`,
  proofBefore: `Grundlaget og nøglen lå fast, før nogen kendte udtrækket: kommer en sag til, falder en fra, skifter en gruppe eller får en anden risiko, passer grundlagets fingeraftryk ikke mere, ${key}`,
  round: {
    ...byLot.round,
    act: (level) => `Træk sagerne på niveau ${level} efter risiko`,
  },
}

const newest: typeof byLot = {
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Intet er udvalgt endnu. ${stages(eligible)} i ${groups(count)} kan udvælges; planen er at tage ${n(wanted)}, de nyeste først.`,
    frozen: (eligible) => `${stages(eligible)} og deres datoer ligger fast. Nu kan de nyeste sager udvælges.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} af ${stages(eligible)} er udvalgt, de nyeste først. Alle kan efterregne det, når nøglen er offentlig.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} af ${stages(eligible)} er udvalgt, de nyeste først. Enhver med filerne kan efterregne det.`,
  },
  step: 'De nyeste sager udvælges',
  freezeWhat: `Når grundlaget låses, gemmes de sagstrin, der kan udvælges, og deres datoer, som de er nu, og programmet laver en hemmelig nøgle, som kun afgør mellem sager fra samme dag. ${prints}, hvilke sager der udvælges.`,
  freezeConfirm: (eligible) =>
    `${stages(eligible)} kan udvælges. Det kan ikke gøres om: importér først, hvis der mangler sager.`,
  act: 'Udvælg de nyeste sager',
  actWhat: `Datoerne afgør: de nyeste sager først, og mellem sager fra samme dag afgør nøglen. De udvalgte sager ${given}`,
  actQuestion: (level) => `Udvælg de nyeste sager på niveau ${level}?`,
  actConfirm: (wanted) =>
    `Op til ${stages(wanted)} udvælges og gives til gennemgåere. Det kan ikke gøres om.`,
  actDone: (drawn) => `${stages(drawn)} er udvalgt og fordelt.`,
  actUnassigned: (drawn, without) =>
    `${stages(drawn)} er udvalgt. ${n(without)} har ingen gennemgår endnu: fordel dem i hånden.`,
  publishWhat:
    'Med nøglen kan enhver, der har grundlaget, regne udvælgelsen efter. Offentliggør den, når sagerne er gennemgået.',
  publishConfirm: byLot.publishConfirm,
  proofBefore: `Grundlaget og nøglen lå fast, før sagerne blev udvalgt: kommer en sag til, falder en fra eller ændres en dato eller andet, der afgør udvælgelsen, passer grundlagets fingeraftryk ikke mere, ${key}`,
  proofAfter: 'Derfor kan ingen have byttet sager ud med andre.',
  strataCaption: 'Hvor mange sagstrin der kan udvælges, skal udvælges og er udvalgt',
  eligible: 'Kan udvælges',
  wanted: 'Skal udvælges',
  drawn: 'Udvalgt',
  shortNote: (count) => `${few(count)} er der færre sager, end planen ønsker; dér udvælges alle.`,
  casesHeading: 'Udvalgte sager, de nyeste først',
  casesCaption: 'Udvalgte og erstattede sager',
  inForce: 'udvalgt',
  replaceWhat:
    'Sagen tages ud, og den næstnyeste i gruppen kommer ind. Kun sager, der ikke kan gennemgås, må erstattes, aldrig svære sager.',
  round: {
    act: (level) => `Udvælg de nyeste sager på niveau ${level}`,
    toFreeze: (level) => `De nyeste sager på niveau ${level} kan udvælges nu.`,
    frozen: (level) => `Grundlaget for niveau ${level} er låst; de nyeste sager kan udvælges nu.`,
    step: 'kan udvælges nu',
    drawn: 'udvalgt',
    'seed-published': 'udvalgt, nøgle offentlig',
  },
}

const census: typeof byLot = {
  ...byLot,
  answer: {
    'to-freeze': (eligible) => `${all(eligible)} skal gennemgås; der trækkes ikke lod.`,
    frozen: (eligible) => `${all(eligible)} ligger fast og kan nu tages med. Der trækkes ikke lod.`,
    drawn: (drawn) => `${all(drawn)} er taget med. Ingen er valgt til eller fra.`,
    'seed-published': (drawn) => `${all(drawn)} er taget med. Enhver med filerne kan efterregne det.`,
  },
  step: 'Alle sager tages med',
  freezeWhat: `Når grundlaget låses, gemmes de sagstrin, der skal gennemgås, som de er nu, og programmet laver en hemmelig nøgle, som kun bestemmer sagernes nummer. ${prints}, hvilke sager der er med.`,
  freezeConfirm: (eligible) =>
    `${all(eligible)} skal gennemgås. Det kan ikke gøres om: importér først, hvis der mangler sager.`,
  act: 'Tag alle sager med',
  actWhat: `Alle sager i grundlaget tages med; der trækkes ikke lod. De ${given}`,
  actQuestion: (level) => `Tag alle sager på niveau ${level} med?`,
  actConfirm: (wanted) => `${all(wanted)} tages med og gives til gennemgåere. Det kan ikke gøres om.`,
  actDone: (drawn) => `${all(drawn)} er taget med og fordelt.`,
  actUnassigned: (drawn, without) =>
    `${all(drawn)} er taget med. ${n(without)} har ingen gennemgår endnu: fordel dem i hånden.`,
  publishWhat:
    'Med nøglen kan enhver, der har grundlaget, regne efter, at alle sager er med. Den bestemmer kun sagernes nummer.',
  publishConfirm: 'Det kan ikke gøres om.',
  proofBefore:
    'Grundlaget lå fast, før sagerne blev fordelt: kommer en sag til eller falder en fra, passer grundlagets fingeraftryk ikke mere.',
  proofAfter: 'Derfor kan ingen have holdt en sag ude bagefter.',
  strataCaption: 'Hvor mange sagstrin der skal gennemgås og er taget med, pr. enhed',
  eligible: 'Skal gennemgås',
  drawn: 'Taget med',
  casesHeading: 'Sager, der er taget med',
  casesCaption: 'Sager, der er taget med',
  replaceWhat:
    'Alle sager er med, så ingen kan sættes ind i stedet for en anden. Kan en sag ikke gennemgås, så afskriv dens gennemgang på rundens side, og notér en uregelmæssighed.',
  round: {
    act: (level) => `Tag alle sager på niveau ${level} med`,
    toFreeze: (level) => `Alle sager på niveau ${level} kan tages med nu.`,
    frozen: (level) => `Grundlaget for niveau ${level} er låst; alle sager kan tages med nu.`,
    step: 'kan tages med nu',
    drawn: 'taget med',
    'seed-published': 'taget med, nøgle offentlig',
  },
}

/** What is true to say of a level's cases, by how they are chosen. */
export const drawKinds = {
  random: byLot,
  'pass-on': byLot,
  'risk-weighted': byRisk,
  'newest-first': newest,
  census,
}
