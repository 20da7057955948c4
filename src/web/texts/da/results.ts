import type { ChangeClass } from '../../../core/analysis/analysis.ts'

/** After the count; English bends the verb by it. */
const perClass: Readonly<Record<ChangeClass, (count: number) => string>> = {
  improved: () => 'er steget klart',
  declined: () => 'er faldet klart',
  'signal-up': () => 'peger opad',
  'signal-down': () => 'peger nedad',
  'no-clear-change': () => 'viser ingen klar ændring',
  'all-compliant-both': () => 'er i orden i alle sager begge gange',
  'too-few': () => 'har for få svar',
}

export const results = {
  title: (round: string) => `Resultater: ${round}`,
  firstRound: 'Runden er den første af sin slags, så der er intet at sammenligne med endnu.',
  noComparison: 'Ingen spørgsmål kan sammenlignes med baseline her.',
  muchMissing:
    'Over en tiendedel af de trukne sager er ikke gennemgået, i runden eller i baseline, så tallene kan være misvisende.',
  ofStage: (stage: string) => `${stage}:`,
  sharedOfStage: 'de krav, som begge runder har spurgt ens om,',
  allStagesOnly: 'Dette afsnit gælder alle sagstrin, også når ét er valgt.',
  toFindings: 'Se de enkelte fejl, og om der er rettet op',
  toReport: 'Til rapporten',
  downloadAnalysis: 'Hent alle tal (JSON)',
  downloadData: 'Hent alle svar (XLSX)',
  unitReport: (unit: string) => `Rapport til ${unit}`,
  unitReportWhat:
    'Til enhedens eget møde og til læringsbesøget: det, der lykkes, først; så det, der er værd at se på sammen, og hvad der er sket med fejlene. Ingen anden enhed står i den.',
  unitReportAs: { pdf: 'Hent PDF', docx: 'Hent Word', pptx: 'Hent PowerPoint' },
  unitReportMade: (name: string) => `${name} er hentet.`,
  dataRecipient: 'Modtager af runden som data',
  dataRecipientHint: 'Skrives en modtager, får sagerne dæknumre, som kun den modtagers filer har.',
  downloadDataCsv: 'Hent alle svar (CSV)',
  rounds: 'Runder',
  onThisPage: 'På siden',
  provisional: 'Foreløbige tal',
  provisionalBody: (levels: string) =>
    `Alle sager er trukket og indsendt (${levels}), men runden er ikke lukket endnu. Indtil da er tallene foreløbige.`,
  levelCount: (level: number, count: string) => `niveau ${level}: ${count}`,
  seal: {
    title: 'Resultaterne er forseglet endnu',
    body: 'Runden er åben, og nogle sager er ikke trukket eller ikke indsendt. Indtil det er sket, kan ingen se, hvad der er svaret, heller ikke lagt sammen: kom der én gennemgang til mellem to opslag, ville forskellen vise svarene på en enkelt sag. Seglet brydes for alle på én gang, når alle niveauer er trukket og indsendt, eller når runden lukkes.',
    waiting: 'Det mangler',
    notDrawn: 'Sagerne er ikke trukket endnu.',
    level: (level: number, title: string) => `Niveau ${level}, ${title}`,
    progress: (level: number) => `Indsendt på niveau ${level}`,
    action: 'Se, hvor langt runden er',
  },
  empty: {
    title: 'Ingen resultater endnu',
    body: 'Der er ikke indsendt nogen gennemgange i runden, så der er intet at vise.',
    action: 'Se, hvor langt runden er',
  },
  filters: {
    unit: 'Enhed',
    wholeMunicipality: 'Hele kommunen',
    stage: 'Sagstrin',
    allStages: 'Alle sagstrin',
    questions: 'Spørgsmål',
    allQuestions: 'Alle spørgsmål',
    onlyBaseline: 'Kun baseline',
  },
  overall: (now: string, before: string | null, shared: string | null) =>
    before === null
      ? `Lagt sammen var ${now} af ${shared ?? 'kravene'} i orden i den gennemsnitlige sag.`
      : `Lagt sammen var ${now} af ${shared ?? 'kravene'} i orden i den gennemsnitlige sag. I baseline var det ${before}.`,
  measuredAt: (level: number, title: string) => `Udviklingen måles på niveau ${level}, ${title}.`,
  strip: {
    heading: 'Hvad kan man slutte?',
    certain: 'Det kan man slutte',
    watch: 'Det bør følges',
    watchNote: (chance: string) =>
      `Havde intet ændret sig, ville ${chance} af alle de prøvede spørgsmål alligevel slå ud. Det tal skal holdes op mod alle, der er steget klart, er faldet klart eller bør følges.`,
    about: (count: string) => `omkring ${count}`,
    fewerThanOne: 'færre end 1',
    unknown: 'Det kan man ikke slutte noget af',
    overall: 'Alle krav lagt sammen:',
    ofStage: (stage: string) =>
      `Kun ${stage}. Klart betyder stadig, at der er taget højde for, at alle sagstrins spørgsmål prøves på én gang.`,
    caution:
      'Et tal, der er steget eller faldet, er ikke i sig selv en ændring: med få sager flytter mange spørgsmål sig 10 procentpoint eller mere, uden at sagsbehandlingen er blevet anderledes. Også en klar stigning kan komme af, at der bedømmes mildere end før.',
    perClass,
    method: 'Sådan afgøres det',
    methodBody: [
      'Hvert spørgsmål i baseline sammenlignes med samme spørgsmål i den første runde. Barnards test afgør, om forskellen er større, end tilfældet giver; over 100 svar på en side bruges Fishers mid-p.',
      'Når mange spørgsmål prøves på én gang, slår nogle ud ved et tilfælde. Derfor kaldes en stigning eller et fald kun klart, når q (Benjamini-Hochberg) er højst 10 %. Er kun p højst 5 %, er det noget, der bør følges.',
      'Under 10 svar på en af siderne prøves ikke. »Ikke relevant« tæller hverken for eller imod.',
    ],
  },
  classicalStrip: (progress: number, unchanged: number, decline: number, held: number) =>
    `Regnet som i de trykte rapporter, der kun ser på tallene og ikke på usikkerheden: ${progress} i fremgang, ${unchanged} uændrede, ${decline} i tilbagegang, ${held} fastholdt på 100 %.`,
  composites: {
    heading: 'Hvert sagstrin lagt sammen',
    intro:
      'Tallet er den andel af kravene, der er i orden i den gennemsnitlige sag. Stregen viser, hvor det sande tal ligger med 95 % sikkerhed.',
    caption: 'Krav i orden pr. sag efter sagstrin',
    stage: 'Sagstrin',
    cases: 'Sager',
    now: 'Nu',
    baseline: 'Baseline',
    plot: 'Andel med interval',
    change: 'Ændring i procentpoint',
    assessment: 'Vurdering',
    all: 'Alle sagstrin',
  },
  questions: {
    heading: 'Spørgsmålene',
    caption: (shown: number, all: number) =>
      shown === all ? `${all} spørgsmål` : `${shown} af ${all} spørgsmål`,
    question: 'Spørgsmål',
    place: (stage: string, number: string) => `${stage}, ${number}`,
    compliant: 'I orden',
    notCompliant: 'Ikke i orden',
    notApplicable: 'Ikke relevant',
    share: 'Andel i orden',
    baseline: 'Baseline',
    change: 'Ændring i procentpoint',
    assessment: 'Vurdering',
    classical: 'Som trykt før',
    ofAll: (part: string, whole: string) => `${part} af ${whole}`,
    alarm: (yes: string, no: string) => `Her læses ikke, om noget er i orden. Svar: ${yes} ja, ${no} nej.`,
    toFindings: 'Se fejlene',
    toFindingsOf: (place: string) => `Se fejlene i ${place}`,
    findingsNote: (level: number) =>
      `Fejlene bag er samlet fra alle niveauer, mens tallene her er fra niveau ${level}; derfor kan der være flere eller færre fejl, end tallet viser.`,
    notCompared: 'Sammenlignes ikke',
    showAll: (count: number) => `Vis alle spørgsmål (${count})`,
    none: 'Ingen spørgsmål passer til filtrene.',
    fewNote:
      'Under 10 svar vises antal og ingen procent. Andelen er vægtet efter lodtrækningen, så den kan afvige fra antallet.',
  },
  method: {
    summary: 'Metode',
    interval: '95 %-interval',
    intervalMethod: 'Interval beregnet med',
    intervals: {
      wilson: 'Wilson, vægtet efter lodtrækningen',
      t: 't-fordelingen, vægtet efter lodtrækningen',
      hypergeometric: 'den eksakte fordeling, da de fleste sager er set',
      none: 'intet',
    } as Readonly<Record<string, string>>,
    difference: 'Ændringens interval (Newcombe)',
    points: (lower: string, upper: string) => `${lower} til ${upper} procentpoint`,
    test: 'Test',
    tests: {
      barnard: 'Barnard',
      'fisher-mid-p': 'Fisher mid-p',
      'welch-t': 'Welch t, sagen er enheden',
      none: 'ikke prøvet',
    } as Readonly<Record<string, string>>,
    p: 'p',
    q: 'q',
    outside: 'uden for baseline',
    untested: 'ikke prøvet',
    weighted: (plain: string) => `Uvægtet ville andelen være ${plain}.`,
  },
  themes: {
    heading: 'Temaer',
    intro:
      'De samme forhold spørges der til på flere sagstrin. Her ses, hvor det lykkes, og hvor det glipper.',
    summary: (title: string, count: number) =>
      String(count) === '1' ? `${title}: 1 spørgsmål` : `${title}: ${count} spørgsmål`,
    stage: 'Sagstrin',
    number: 'Nr.',
    who: 'Handler om',
    child: 'barnet',
    parents: 'forældrene',
    case: 'sagen',
    now: 'Nu',
    baseline: 'Baseline',
  },
  levels: {
    heading: 'Niveauerne side om side',
    only: 'Kun ét niveau har indsendt gennemgange, så der er intet at sammenligne.',
    plain: (
      lower: number,
      higher: number,
      same: string,
      of: string,
      higherStricter: string,
      lowerStricter: string,
    ) =>
      `I de sager, som både niveau ${lower} og niveau ${higher} har set, var ${same} af ${of} svar ens. Fejl, som niveau ${higher} fandt og niveau ${lower} ikke: ${higherStricter}. Omvendt: ${lowerStricter}.`,
    scope: 'Tallene for enighed gælder hele kommunen; den enkelte enhed har for få fælles sager.',
    agreementCaption: 'Enighed mellem to niveauer om de samme sager',
    pair: 'Niveauer',
    pairText: (lower: number, higher: number) => `${lower} og ${higher}`,
    stage: 'Sagstrin',
    cases: 'Fælles sager',
    same: 'Samme svar',
    share: 'Andel',
    higherStricter: 'Højere niveau strengere',
    lowerStricter: 'Lavere niveau strengere',
    methodSummary: 'Flere mål for enighed',
    methodBody:
      'Først ses på, om begge fandt spørgsmålet relevant; resten gælder kun de svar. Gwets AC1 trækker den enighed fra, som tilfældet giver. Kappa og alfa står her, fordi de er kendte, men de svinger voldsomt, når næsten alt er i orden.',
    applicability: 'Enige om, hvad der er relevant',
    sideCaption: (shown: number, all: number) =>
      `Spørgsmål, hvor niveauerne så forskelligt (${shown} af ${all})`,
    sideIntro:
      'Kun sager, som alle niveauer har set og fundet relevante. Tallet er, hvor mange niveauet fandt i orden.',
    level: (level: number) => `Niveau ${level}`,
    none: 'Ingen sager er set af alle niveauer med det valgte filter.',
    alike: (count: number) =>
      `Niveauerne fandt det samme antal i orden i ${String(count) === '1' ? 'det ene spørgsmål, de alle har svaret på' : `alle ${count} spørgsmål`}.`,
  },
  cases: {
    heading: 'Sagerne',
    caption: 'Sager efter sagstrin',
    stage: 'Sagstrin',
    n: 'Sager',
    meanDays: 'Dage i gennemsnit',
    earliestStart: 'Tidligste start',
    latestEnd: 'Seneste slut',
    anchors: (levels: string) =>
      `Desuden er gamle sager (ankersager) gennemgået igen: ${levels}. De tæller ikke med i rundens tal, og derfor står der flere gennemgange på rundens side.`,
  },
  units: {
    heading: 'Enhederne hver for sig',
    intro:
      'Enhederne står i alfabetisk orden. De har forskellige sager, og intervallerne er brede: tallene er til at tale om i den enkelte enhed, ikke til at sætte enheder op mod hinanden.',
    caption: 'Krav i orden pr. sag efter enhed, alle sagstrin',
    reviewed: (reviewed: string, drawn: string) => `${reviewed} af ${drawn} trukne sager er gennemgået`,
    unit: 'Enhed',
  },
  irregularities: {
    heading: 'Uregelmæssigheder',
    none: 'Der er ikke noteret nogen. Runden er gennemført som planlagt.',
  },
  contradictions: {
    heading: 'Modstrid i tallene',
    intro:
      'Dette kan ikke alt sammen være rigtigt. Det er ikke glattet ud, men står her, så det kan blive rettet.',
  },
  ofCases: (part: string, whole: string) => `${part} af ${whole} svar`,
}
