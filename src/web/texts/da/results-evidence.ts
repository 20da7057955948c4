import { counted } from '../counted.ts'

/** How far the results can be trusted: the highest level's estimate, drift, levels against each other, health. */
export const resultsEvidence = {
  wholeOnly: 'Dette afsnit findes kun for hele kommunen; en enkelt enhed har for få sager til det.',
  showWhole: 'Vis hele kommunen',
  level: (level: number) => `Niveau ${level}`,
  ofAll: (part: string, whole: string) => `${part} af ${whole}`,
  place: (stage: string, number: string) => `${stage}, ${number}`,
  method: 'Sådan er det regnet',
  cascade: {
    heading: (level: number) => `Hvad ville niveau ${level} have fundet?`,
    intro: (reference: number, comparison: number) =>
      `Niveau ${reference} ser kun få sager, niveau ${comparison} flere. I de sager, begge har set, kan man se, hvor meget niveau ${reference} plejer at rette, og det bruges på resten. Skønnet står ved siden af det, niveau ${comparison} selv fandt, og det, niveau ${reference} fandt i sine egne sager alene.`,
    shared: (which: string) => `Alle tal her er regnet af ${which}.`,
    caption: 'Krav i orden, som niveau for niveau så dem',
    scope: 'Sagstrin',
    question: 'Spørgsmål',
    all: 'Alle sagstrin',
    plain: (level: number) => `Niveau ${level} fandt`,
    estimate: (level: number) => `Skøn for niveau ${level}`,
    alone: (level: number) => `Niveau ${level} alene`,
    plot: 'Andel med interval',
    worth: 'Så sikkert som',
    worthText: (reviews: number, printed: string, level: number) =>
      `${printed} ${counted(reviews, 'gennemgang', 'gennemgange')} på niveau ${level}`,
    reviewed: (reviews: string, isLess: boolean) =>
      isLess ? `der er ${reviews}, men sagerne vejer ikke lige meget` : `der er ${reviews}`,
    marks: { plain: 'niveauet selv', estimate: 'skøn', alone: 'øverste niveau alene' },
    unusable: 'Intet skøn',
    none: 'Der er intet at regne et skøn af i denne runde.',
    questions: (usable: number, all: number) => `Enkelte spørgsmål med et skøn: ${usable} af ${all}`,
    questionsCaption: 'Skøn for enkelte spørgsmål',
    noQuestions: (level: number) => `Intet spørgsmål har svar nok på niveau ${level} til et skøn.`,
    few: (count: number, level: number) =>
      String(count) === '1'
        ? `1 spørgsmål har under 10 relevante svar på niveau ${level}. Dér vises antallet, ingen procent og intet skøn.`
        : `${count} spørgsmål har under 10 relevante svar på niveau ${level}. Dér vises antallet, ingen procent og intet skøn.`,
    methodBody: (population: string | null) => [
      'Hvert lavere niveaus svar tæller så meget, som de erfaringsmæssigt følger det øverste niveaus i de fælles sager (λ). Følger de dem slet ikke, er λ 0, og skønnet er det øverste niveau alene; det kan altså ikke blive misvisende af et dårligt lavere niveau, kun mindre sikkert.',
      'Det gælder kun, fordi hvert niveau er trukket ved lodtrækning af det nedenunder. Hvor det ikke er sket, står der ingen tal, men en grund.',
      ...(population === null
        ? []
        : [`Skønnet taler om ${population} ${counted(population, 'sag', 'sager')}.`]),
    ],
    lambda: (weights: string) => `λ: ${weights}`,
    lambdaOf: (level: string, value: string) => `niveau ${level} ${value}`,
    used: (levels: string) => `Sager brugt: ${levels}.`,
    usedOf: (level: number, cases: string) => `niveau ${level} ${cases}`,
  },
  drift: {
    heading: 'Strengere gennemgang eller dårligere sagsbehandling?',
    intro: (comparison: number) =>
      `Ændrer tallene på niveau ${comparison} sig, kan det være sagsbehandlingen, der har flyttet sig. Det kan også være dem, der gennemgår. Niveau ${comparison} alene kan ikke skelne. To andre slags tal kan hjælpe; de lægges ikke sammen.`,
    corrected: (level: number) => `Ændringen, som niveau ${level} ser den`,
    headline: (level: number, change: string, interval: string) =>
      `Set med niveau ${level}’s øjne er opfyldelsen ændret ${change} procentpoint siden baseline (${interval}).`,
    plain: (level: number, change: string) => `Niveau ${level}’s egne tal er ændret ${change} procentpoint.`,
    verdict: {
      up: 'Også det øverste niveau ser altså en stigning. Har det bedømt ens begge gange, er det sagsbehandlingen, der er blevet bedre; om det har, kan kun ankersager vise.',
      down: 'Også det øverste niveau ser altså et fald. Har det bedømt ens begge gange, er det sagsbehandlingen, der er blevet dårligere; om det har, kan kun ankersager vise.',
      open: 'Intervallet går hen over 0: man kan ikke slutte, at sagsbehandlingen er blevet hverken bedre eller dårligere.',
      contradicts: (level: number) =>
        `Niveau ${level}’s egne tal viser en klar ændring, som altså ikke er bekræftet. Den kan komme af, at niveau ${level} er blevet mildere eller strengere.`,
    },
    notNow: 'Der er intet tal på det øverste niveaus målestok for denne runde mod baseline.',
    caption: 'Ændring siden baseline, efter sagstrin',
    stage: 'Sagstrin',
    all: 'Alle sagstrin',
    correctedColumn: (level: number) => `Set af niveau ${level}`,
    plainColumn: (level: number) => `Niveau ${level}’s egne tal`,
    intervalColumn: '95 %-interval',
    casesColumn: (level: number) => `Sager på niveau ${level}, før og nu`,
    casesText: (before: string, now: string) => `${before} og ${now}`,
    anchors: 'Ankersager: de samme gamle sager set igen',
    anchorsIntro:
      'En ankersag er en gammel, lukket sag, som gennemgås igen i hver runde af en anden, der ikke ved, at den er et anker. Sagen er den samme, så en ændring kan kun komme af dem, der gennemgår.',
    anchorsMissing:
      'Runden og baseline har ingen ankersager til fælles. Der er derfor intet direkte mål for, om bedømmelsen er blevet strengere. Ankersager skrives i programmet, før runden åbnes; 24 pr. runde er nok til at opdage et skred på 6 procentpoint.',
    anchorChange: (level: number, change: string, interval: string | null) =>
      interval === null
        ? `Niveau ${level}: ${change} procentpoint.`
        : `Niveau ${level}: ${change} procentpoint (${interval}).`,
    anchorCases: (cases: string) => `${cases} ${counted(cases, 'ankersag', 'ankersager')}.`,
    anchorSame: (count: string) =>
      `I ${count} af dem var det samme person begge gange, så de var ikke set med friske øjne.`,
    anchorReading: 'Et fald her betyder strengere bedømmelse, en stigning mildere.',
    methodBody:
      'Det øverste niveaus ændring er forskellen mellem de to runders skøn (t-interval, Satterthwaites frihedsgrader). Ankersagernes er den gennemsnitlige forskel på de samme sager (parret t). De to måler hver sit og lægges derfor ikke sammen.',
    points: (lower: string, upper: string) => `${lower} til ${upper}`,
  },
  matrix: {
    caption: 'Samme svar på de samme sager, niveau mod niveau',
    lower: 'Lavere niveau',
    intro:
      'Vælg et felt for at se de spørgsmål, de to niveauer oftest så forskelligt på. Bjælken viser, hvem der fandt fejl, den anden ikke fandt.',
    same: (same: string, n: string) => `${same} af ${n} svar ens`,
    stricter: (level: number, times: string) => `niveau ${level} strengere: ${times}`,
    choose: (lower: number, higher: number) => `Vis, hvor niveau ${lower} og ${higher} var uenige`,
    none: 'ingen fælles sager',
    detail: (lower: number, higher: number) => `Her var niveau ${lower} og ${higher} oftest uenige`,
    detailCaption: (lower: number, higher: number) =>
      `Spørgsmål, hvor niveau ${lower} og ${higher} svarede forskelligt`,
    alike: 'De to niveauer svarede ens på alle spørgsmål, begge fandt relevante.',
    question: 'Spørgsmål',
    sameColumn: 'Samme svar',
    interval: '95 %-interval',
    direction: 'Hvem fandt fejlen?',
    directionText: (higher: number, times: string, lower: number, other: string) =>
      `niveau ${higher}: ${times}, niveau ${lower}: ${other}`,
    byChance: (p: string) => `Skævheden kan være tilfældig (p\u00A0=\u00A0${p}).`,
    beyondChance: (p: string) => `Skævheden er større, end tilfældet alene giver (p\u00A0=\u00A0${p}).`,
    testNote:
      'p er McNemars mid-p for det ene spørgsmål. Når man ser mange spørgsmål igennem, vil nogle få være under 0,05 ved et tilfælde. For flere spørgsmål under ét prøves ikke: svar i samme sag hænger sammen.',
    even: 'Lige mange hver vej.',
    ac1Summary: 'Hvor meget af enigheden ville tilfældet give?',
    ac1Body:
      'Når næsten alt er i orden, er to niveauer enige, blot de begge plejer at svare ja. Gwets AC1 trækker den del fra: 1 er fuld enighed, 0 er, hvad tilfældet giver.',
    annex: 'Bilag: kappa og alfa',
    annexBody:
      'De er kendte mål, men svinger voldsomt, når næsten alt er i orden, og ved få sager. De er kun med for sammenligningens skyld.',
  },
  health: {
    heading: 'Spørgsmål, der bør ses på',
    intro:
      'Det handler om spørgsmålene, ikke om sagsbehandlingen: steder, hvor et spørgsmål fortæller for lidt. Det er tegn at tale om, ikke prøver.',
    none: 'Ingen spørgsmål skiller sig ud.',
    signs: {
      'low-agreement': 'Niveauerne svarer forskelligt',
      'often-not-applicable': 'Sjældent relevant',
      'no-variation': 'Alle svar er ens',
    },
    count: (count: number) => (String(count) === '1' ? '1 spørgsmål' : `${count} spørgsmål`),
    suggestion: 'Forslag:',
    question: 'Spørgsmål',
    what: 'Tallene bag',
    alike: (count: string, of: string, lower: number, higher: number) =>
      `samme svar i ${count} af ${of} (niveau ${lower} og ${higher})`,
    notApplicable: (count: string, of: string) => `ikke relevant i ${count} af ${of}`,
    compliant: (count: string, of: string) => `i orden i ${count} af ${of}`,
    breaks: 'Spørgsmål, der er ændret siden baseline',
    breaksIntro:
      'En ny ordlyd begynder en ny række: spørgsmålet sammenlignes ikke med baseline, medmindre programmet erklærer det sammenligneligt.',
    declared: 'Programmet erklærer det sammenligneligt; det sammenlignes.',
    notCompared: 'Det sammenlignes ikke.',
  },
  chart: {
    heading: 'Udviklingen over alle runder',
    intro: 'Alle lukkede runder efter programmet. Stregen gennem hver prik er 95 %-intervallet.',
    choose: 'Vis',
    composites: 'Alle krav lagt sammen',
    all: 'Alle sagstrin',
    questions: 'Et enkelt spørgsmål',
    label: (of: string) => `Run-diagram: ${of}`,
    summary: (of: string, rounds: number) =>
      `${of}, ${rounds} ${counted(rounds, 'runde', 'runder')}. Tallene står i tabellen under billedet.`,
    table: 'Tallene bag billedet',
    caption: (of: string) => `${of}, runde for runde`,
    round: 'Runde',
    cases: 'Sager',
    answers: 'Relevante svar',
    share: 'Andel i orden',
    limits: 'Kontrolgrænser',
    sign: 'Tegn',
    signs: {
      'beyond-limits': 'uden for grænserne',
      'one-side': 'otte eller flere i træk på samme side',
    },
    noLimits: (of: number, needed: number) =>
      `${String(of) === '1' ? 'Der er 1 runde' : `Der er ${of} runder`} at vise; kontrolgrænser kræver ${needed}. Indtil da viser billedet kun intervallerne: at linjen går lidt op eller ned, er ikke i sig selv en udvikling.`,
    provisional: (of: number) =>
      `Foreløbige kontrolgrænser, regnet af alle ${of} runder. De flytter sig for hver ny runde, indtil der er 12.`,
    frozen: (basis: number) =>
      `Faste kontrolgrænser, regnet af de første ${basis} runder. Nye runder holdes op mod dem.`,
    noSigns: 'Ingen runde skiller sig ud: svingningerne er ikke større, end de plejer at være.',
    someSigns: (rounds: string) => `Tegn på, at noget er ændret: ${rounds}.`,
    shared: (shared: number, all: number) =>
      `Punkterne er lavet af ${shared} af ${all} spørgsmål, som alle runder har stillet ens. Derfor kan de afvige fra tallene ovenfor.`,
    sharedNone: 'Spørgsmålet er ændret undervejs, så runderne kan ikke sættes på samme linje.',
    thisRound: 'denne runde',
    tooFew: 'for få svar',
    axisFrom: (share: string) => `Skalaen begynder ved ${share}.`,
    legend: {
      share: 'andel med 95 %-interval',
      shown: 'denne runde',
      sign: 'skiller sig ud',
      centre: 'midterlinje',
      limits: 'kontrolgrænser',
    },
    methodBody: [
      'Under 8 runder er der ingen grænser, fra 8 til 11 foreløbige, fra 12 faste. Grænserne ligger tre standardfejl fra midterlinjen.',
      'Et tegn er en runde uden for grænserne eller otte i træk på samme side af midterlinjen.',
      'Har alle runder mindst 200 svar, bruges Laneys p′, som også regner den svingning med, der altid er mellem runder; ellers p-diagrammet. Grænserne gælder antallet af svar, andelen er vægtet efter lodtrækningen.',
    ],
  },
  counts: {
    show: 'Vis antal bag procenterne',
    hide: 'Skjul antal bag procenterne',
    of: (numerator: string, denominator: string) => `${numerator} af ${denominator}`,
    notApplicable: (count: string) => `${count} ikke relevante`,
    rounding:
      'Andele vises i hele procent. Ændringen er regnet af de uafrundede tal og vises derfor med én decimal.',
  },
  view: {
    label: 'Vis spørgsmålene som',
    plot: 'Billede',
    table: 'Tabel',
    plotColumn: 'Baseline, forrige runde og nu',
    last: 'Forrige runde',
  },
  nav: {
    label: 'På siden',
    composites: 'Sagstrin',
    questions: 'Spørgsmål',
    chart: 'Alle runder',
    cascade: 'Øverste niveaus skøn',
    drift: 'Strengere eller dårligere?',
    themes: 'Temaer',
    levels: 'Niveauerne',
    health: 'Spørgsmålenes kvalitet',
    cases: 'Sagerne',
  },
  sight: (cases: string, before: string, power: string, points: string) =>
    `Så skarpt ser runden: med ${cases} sager mod ${before} ville en ændring af alle krav lagt sammen på ${points} procentpoint blive opdaget ${power} gange ud af 10. Mindre ændringer går let ubemærket hen. (Planlæggeren regner med to runder som denne i stedet for den baseline, der er, og får derfor et andet tal.)`,
  sightNone: (cases: string, before: string) =>
    `Så skarpt ser runden: med ${cases} mod ${before} gennemgåede sager er ingen ændring af alle krav lagt sammen stor nok til at blive opdaget med sikkerhed.`,
  sightQuestion: (n: string, before: string, points: string) =>
    `Et typisk spørgsmål (${n} svar mod ${before}) skal flytte sig ${points} procentpoint, før det opdages lige så sikkert.`,
  sightWeights: (size: string, n: string) =>
    `Nogle sager havde større chance for at blive trukket end andre; derfor er de ${n} svar kun så sikre som ${size} svar med lige stor chance.`,
}
