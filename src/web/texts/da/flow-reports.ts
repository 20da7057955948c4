import { danishArticle, type FlowPhrases } from '../../../core/caseflow/flow/flow-words.ts'
import type { MonthCaseFigure, WeekCaseFigure } from '../../../core/caseflow/flow/listed-figures.ts'
import { plural } from '../../../core/language/plural.ts'
import { firstUpper } from '../../format/first-letter.ts'
import { formatDecimal, formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

const keptFigures = {
  met: 'i tide',
  late: 'for sent',
  open: 'ikke gjort, og fristen er overskredet',
  running: 'ikke gjort, og fristen løber endnu',
  cannotTell: 'kan ikke ses af datoerne',
}

export const flowReports = {
  week: 'Uge',
  weekOption: (number: string, days: string) => `Uge ${number} (${days})`,
  month: 'Måned',
  choose: 'Vælg uge, måned og enhed',
  step: 'Før og efter',
  unit: 'Enhed',
  wholeMunicipality: 'Hele kommunen',
  noUnit: 'Uden enhed',
  ofUnit: (title: string, unit: string) => `${title}: ${unit}`,
  thePeriod: { week: 'Ugen', month: 'Måneden' },
  periodNames: { weeks: { da: 'uger', en: 'weeks' }, months: { da: 'måneder', en: 'months' } },
  notOver: 'ikke slut',
  notDecided: 'ikke afgjort',
  notOverYet: (period: string, moment: string) =>
    `${period} er ikke slut. Tallene er fra ${moment} og vil vokse.`,
  judging: (cases: number) =>
    `${n(cases)} ${plural('da', cases, 'sag', 'sager')} er ved at blive regnet ud igen, så tallene kan flytte sig.`,
  none: 'Der er ingen hændelser endnu',
  noneBody: 'Rapporten tæller hændelser fra fagsystemet. Importér dem først.',
  noneBodyOthers: 'Rapporten tæller hændelser fra fagsystemet. En administrator importerer dem.',
  import: 'Importér hændelser',
  notDefined: 'Reglerne siger ikke, hvad rapporten skal tælle',
  notDefinedBody:
    'Regelfilen mangler sin del om rapporten (»flow«), som siger, hvad der er modtaget, vurderet og lukket. En administrator kan tilføje den.',

  /** What the rules give the words for. */
  inWords: ({ received, handled, prompted }: FlowPhrases<string>) => {
    const [Received, Handled] = [firstUpper(received.many), firstUpper(handled.many)]
    const aHandled = firstUpper(handled.withArticle)
    const orPart = `${handled.withArticle} eller en del af ${danishArticle(handled.withArticle)}`
    const closed = `${Received} afsluttet uden ${handled.one}`
    const rows = {
      received: `${Received} modtaget`,
      onNew: 'på nye sager',
      onKnown: 'på sager, vi kender',
      opened: `${Handled} åbnet`,
      closed,
      ended: `${Handled} afsluttet`,
      casesClosed: 'Sager lukket',
    }
    return {
      answer: {
        received: (count: number) =>
          count === 0
            ? `Ingen nye ${received.many}`
            : `${n(count)} ${plural('da', count, received.newOne, `nye ${received.many}`)}`,
        prompt: (met: number, within: string, late: number) =>
          `: ${n(met)} ${prompted} inden for ${within}${late === 0 ? ', ingen for sent' : `, ${n(late)} for sent`}`,
        promptWaiting: (waiting: number) => `, ${n(waiting)} ikke ${prompted} endnu`,
      },
      /** The page's part in short, to go to. */
      part: `Ugens ${received.many}`,
      rows,
      outcomes: `Hvad blev der af ugens ${received.many}?`,
      outcomesCaption: `Ugens ${received.many}, fulgt til nu`,
      outcomeRows: {
        assessed: `${aHandled} blev åbnet`,
        joined: `${aHandled} var i gang i forvejen`,
        settled: `Afsluttet uden ${handled.one}`,
      },
      /** `share` is empty where there are too few for a per cent. */
      outcomeShare: (count: number, of: number, share: string) =>
        of === 1
          ? `Den ene, der er afgjort, ${count === 1 ? 'blev' : 'blev ikke'} til ${orPart}.`
          : `Af de ${n(of)}, der er afgjort, blev ${n(count)}${share} til ${orPart}.`,
      outcomeNone: `Ingen af ugens ${received.many} er afgjort endnu.`,
      outcomeEmpty: `Der kom ingen ${received.many} i ugen.`,
      promptedInTime: `${firstUpper(prompted)} i tide`,
      figures: {
        received: rows.received,
        'received-new': `${Received} på nye sager`,
        'received-known': `${Received} på sager, vi kender`,
        assessed: `${Received}, der blev til ${handled.withArticle}`,
        joined: `${Received} til ${handled.withArticle}, der var i gang`,
        settled: closed,
        undecided: `${Received}, der ikke er afgjort`,
        'prompt-met': `${Received} ${prompted} i tide`,
        'prompt-late': `${Received} ${prompted} for sent`,
        'prompt-open': `${Received} ikke ${prompted}, og fristen er overskredet`,
        'prompt-running': `${Received} ikke ${prompted}, og fristen løber endnu`,
        'prompt-cannot-tell': `${Received}, hvor datoerne ikke viser, om fristen er holdt`,
        'assessments-opened': rows.opened,
        'notifications-closed': `${closed} i ugen`,
        'assessments-ended': rows.ended,
        'cases-closed': rows.casesClosed,
        overdue: 'Sager over fristen',
        '0-1': 'Sager med 0–1 dag tilbage',
        '2-7': 'Sager med 2–7 dage tilbage',
        '8-30': 'Sager med 8–30 dage tilbage',
        more: 'Sager med over 30 dage tilbage',
        'no-limit': 'Sager uden en sidste dag',
        'running-cannot-tell': 'Frister, som datoerne ikke fortæller om',
        finished: 'Slut i ugen',
        open: 'Endnu i gang',
      } satisfies Record<WeekCaseFigure, string>,
    }
  },
  weekAnswer: {
    /** Cases, each in one of the two. */
    standing: (overdue: number, soon: number, isOver: boolean) => {
      const cases = `${overdue === 0 ? 'ingen sager' : `${n(overdue)} ${plural('da', overdue, 'sag', 'sager')}`} over fristen`
      const others = overdue === 0 ? plural('da', soon, 'sag', 'sager') : plural('da', soon, 'anden', 'andre')
      const soonest = soon === 0 ? `ingen${overdue === 0 ? '' : ' andre'}` : `${n(soon)} ${others}`
      return isOver
        ? `Ved ugens slutning var ${cases}, og i ${soonest} udløb den næste frist i ugen efter.`
        : `Nu er ${cases}, og i ${soonest} udløber den næste frist inden for 7 dage.`
    },
  },
  /** The page's parts in short, to go to. */
  parts: {
    running: 'Sager i gang',
    measures: 'Foranstaltninger',
    mail: 'Besked på mail',
  },
  numbers: 'Ugen i tal',
  numbersCaption: 'Hvad der skete i ugen, ved siden af ugen før og det sædvanlige',
  figure: 'Hvad',
  thisMonth: 'Måneden',
  usual: 'Sædvanligt',
  usualNote: (periods: number) =>
    `Sædvanligt er medianen: halvdelen af de ${n(periods)} uger, der er slut, lå over og halvdelen under.`,
  leadsToCases: 'Hvert tal fører til sagerne bag det.',
  moves: 'flytter sig mere, end tilfældigheder gør',
  kept: {
    late: 'for sent',
    open: 'ikke gjort, og fristen er overskredet',
    running: 'ikke gjort, men fristen løber endnu',
    early: (count: number) => `i tide; ${n(count)} af dem tæller først med i andelen, når fristen er gået`,
    cannotTell: 'kan ikke ses: en dato eller et klokkeslæt mangler',
  },
  inTime: (rule: string, limit: string) => `${rule}: inden for ${limit}`,
  countOf: (count: number, of: number) => `${n(count)} af ${n(of)}`,

  undecided: 'Ikke afgjort endnu',
  outcomeRange: (undecided: number, least: string, most: string) =>
    `${n(undecided)} er ikke afgjort endnu; når de er det, ender andelen af dem alle et sted mellem ${least} og ${most}.`,
  number: 'Antal',

  running: 'Sager i gang, efter hvor længe der er tilbage',
  runningBody: (isOver: boolean) =>
    `En sag står ved den af sine frister, der udløber først. ${isOver ? 'Som det stod ved ugens slutning.' : 'Som det står nu.'}`,
  runningCaption: 'Sager og frister efter dage tilbage',
  left: 'Tilbage',
  cases: 'Sager',
  deadlines: 'Frister',
  runningCannotTell: 'Kan ikke ses af datoerne',

  times: 'Hvor længe tager det?',
  timesCaption: 'Tiden fra begyndelse til slut, i dage',
  timesBody:
    'Medianen tæller også det med, der ikke er slut endnu, så længe det har varet (Kaplan–Meier). Gennemsnittet kender kun det, der er slut. Det er for lavt, så længe noget er i gang, for det, der tager lang tid, slutter sidst.',
  timeColumns: {
    what: 'Fra – til',
    finished: 'Slut i ugen',
    weekMean: 'Deres gennemsnit',
    begun: 'Begyndt det sidste år',
    open: 'Endnu i gang',
    median: 'Halvdelen er slut efter',
    mean: 'Gennemsnit af dem, der er slut',
  },
  days: (days: number) =>
    `${Number.isInteger(days) ? n(days) : formatDecimal(days, 'da')} ${plural('da', days, 'dag', 'dage')}`,
  medianInterval: (lower: string, upper: string) => `95 %: ${lower}–${upper}`,
  beyond: 'mere end set',
  noMedian: 'under halvdelen er slut',
  shortCohort: (from: string) =>
    `regnet fra ${from}: af dem, der begyndte før, kendes kun dem, der ikke var slut, da data begynder`,
  openFromBefore: (count: number, from: string) =>
    `${n(count)} begyndt før ${from} er i gang endnu og tæller ikke med`,
  curve: {
    half: (days: string, lower: string, upper: string) =>
      `Halvdelen er slut inden ${days} (95 %: ${lower}–${upper}).`,
    noHalf: 'Under halvdelen er slut, så langt vi har fulgt dem.',
    open: (open: number, begun: number) => `${n(open)} af ${n(begun)} er i gang endnu.`,
    mean: (days: string, open: number) =>
      open === 0
        ? `Gennemsnittet er ${days}.`
        : `Gennemsnittet af dem, der er slut, er ${days}. Det er for lavt, for de ${n(open)}, der er i gang, tæller ikke med.`,
    label: (what: string, sentence: string) =>
      `Andel, der er slut, dag for dag: ${what}. ${sentence} Tallene står i tabellen under billedet.`,
    caption: (what: string) => `${what}: andel slut så mange dage efter begyndelsen`,
    day: 'Dage',
    finished: 'Andel slut',
    interval: '95 %-interval',
    atRisk: 'Fulgt så længe uden slutning',
    legend: { share: 'andel slut', band: '95 %-interval', half: 'halvdelen' },
    endsAt: (day: number) => `Billedet slutter ved dag ${n(day)}; tabellen går videre.`,
    dayShort: (day: number) => `${n(day)} d.`,
    none: 'Intet begyndte i det sidste år.',
    noneFinished: (open: number) =>
      `Intet af det, der begyndte i det sidste år, er slut endnu; ${n(open)} er i gang.`,
  },

  series: 'Uge for uge',
  seriesMonth: 'Måned for måned',
  seriesNone: 'Ingen af kurverne viser mere end tilfældige udsving.',
  seriesMoved: (names: string) => `Mere end tilfældige udsving: ${names}.`,
  seriesAtEdge:
    'Om noget har ændret sig, kan ikke siges: kurverne har for få tal, eller medianen ligger så yderligt, den kan.',
  seriesTooFew: 'Der er endnu for få perioder til at sige, om noget har ændret sig.',
  method: 'Sådan er kurverne bedømt',
  methodBody: [
    'Stregen i midten er medianen af de perioder, der er slut. To regler ser efter, om kurven flytter sig mere, end tilfældigheder gør: for mange punkter i træk på samme side af medianen, eller for få krydsninger af den (Anhøj). Under 12 punkter siges intet. Omkring hver tyvende kurve ser sådan ud ved et tilfælde.',
    'Andele har også kontrolgrænser (Laneys p′). Et punkt uden for dem har en firkant.',
    'En periode, der ikke er slut, er tegnet for sig som en stiplet ring og tæller ikke med i bedømmelsen.',
  ],
  median: 'Median',
  chartLabel: (what: string, periods: number, said: string) =>
    `Kurve: ${what}, ${n(periods)} perioder. ${said} Tallene står i tabellen under billedet.`,
  allNought: 'Nul i alle perioder.',
  undecidedIn: (points: number) =>
    `${n(points)} af punkterne kan flytte sig endnu: ikke alt bag ${plural('da', points, 'det', 'dem')} er afgjort.`,
  nothingToDraw: 'For få pr. periode til en kurve; tallene står i tabellen.',
  tableBehind: 'Tallene bag billedet',
  /** `shown` stand above already. */
  laterCharts: (count: number, shown: number) =>
    shown === 0
      ? count === 1
        ? 'Vis kurven'
        : `Vis de ${count} kurver`
      : count === 1
        ? 'Vis den anden kurve'
        : `Vis de ${count} andre kurver`,
  seriesCaption: (what: string) => `${what}, den nyeste periode først`,
  period: 'Periode',
  valueTitles: { count: 'Antal', share: 'Andel', days: 'Dage' },
  ofHowMany: 'Ud af',
  limits: 'Kontrolgrænser',
  legend: {
    shown: 'den viste periode',
    unfinished: 'ikke slut eller ikke afgjort endnu',
    median: 'median',
    limits: 'kontrolgrænser',
    beyond: 'uden for grænserne',
  },

  units: 'Enhed for enhed',
  unitsOwn: 'Dine enheder',
  unitsCaption: 'Enhederne efter navn',
  unitsNote: 'Enhederne står efter navn, ikke efter tal. Vælg en for at se dens egen rapport.',
  unitColumns: {
    unit: 'Enhed',
    received: 'Modtaget',
    late: 'For sent',
    undecided: 'Ikke afgjort',
    overdue: 'Sager over fristen',
    soon: 'Sager med frist inden 7 dage',
  },

  monthAnswer: {
    nothing: 'Reglerne nævner intet af det, som månedsrapporten tæller. Ugerapporten har det, de nævner.',
    measures: (running: number, isOver: boolean) =>
      `${running === 0 ? 'Ingen foranstaltninger' : `${n(running)} ${plural('da', running, 'foranstaltning', 'foranstaltninger')}`} ${isOver ? 'løb ved månedens slutning' : 'løber nu'}`,
    moved: (started: number, ended: number) => `: ${n(started)} begyndte, ${n(ended)} sluttede.`,
    followUps: (due: number, met: number) =>
      due === 0
        ? 'Ingen opfølgninger skulle holdes.'
        : `${n(met)} af ${n(due)} ${plural('da', due, 'opfølgning', 'opfølgninger')} blev holdt i tide.`,
    plans: (overdue: number) =>
      overdue === 0
        ? ''
        : `${n(overdue)} ${plural('da', overdue, 'anbringelse mangler', 'anbringelser mangler')} en plan, som skulle være lavet.`,
  },
  measures: 'Foranstaltninger efter type',
  measuresCaption: 'Foranstaltninger, den mest brugte type først',
  measureColumns: {
    type: 'Type',
    running: { over: 'Løber ved månedens slutning', now: 'Løber nu' },
    usual: 'Sædvanligt',
    started: 'Begyndt i måneden',
    ended: 'Sluttet i måneden',
  },
  allTypes: 'Alle typer',
  noType: 'Typen er ikke skrevet',
  noMeasures: 'Ingen foranstaltninger i måneden.',
  withoutStart: (count: number) =>
    `${n(count)} ${plural('da', count, 'afslutning', 'afslutninger')} i måneden har ingen begyndelse i hændelserne.`,
  withoutStartLink: 'Se sagerne',
  placements: 'Anbringelser',
  placementsCaption: 'Anbringelser og deres planer',
  placementRows: {
    running: { over: 'Anbringelser ved månedens slutning', now: 'Anbringelser nu' },
    made: 'med plan',
    awaited: 'uden plan endnu, og der er tid',
    overdue: 'uden plan, og fristen er overskredet',
    none: 'uden plan, og ingen regel giver en dag for den',
    started: 'Begyndt i måneden',
    ended: 'Sluttet i måneden',
  },
  repeated: 'Opfølgninger og tilsynsbesøg',
  repeatedCaption: 'Det, der skulle holdes senest i måneden, fulgt til nu',
  repeatedColumns: {
    what: 'Hvad',
    due: 'Skulle holdes',
    met: 'I tide',
    late: 'For sent',
    open: 'Ikke holdt, over fristen',
    running: 'Fristen løber',
    cannotTell: 'Kan ikke ses',
    share: 'Holdt i tide',
    held: 'Holdt i måneden',
  },
  repeatedRows: { followUps: 'Opfølgninger', visits: 'Tilsynsbesøg' },
  repeatedNote:
    '»Holdt i måneden« tæller alt, hvad der blev holdt, også det, der hører til en frist i en anden måned.',
  rulesBehind: 'De regler, der spørger',
  typesApart: 'Hver type for sig',
  monthUnitColumns: {
    unit: 'Enhed',
    measures: 'Foranstaltninger',
    started: 'Begyndt',
    ended: 'Sluttet',
    placements: 'Anbringelser',
    plansOverdue: 'Plan mangler, over fristen',
    followUps: 'Opfølgninger i tide',
    followUpsOpen: 'Ikke holdt, over fristen',
  },
  monthSeries: {
    'measures-running': 'Foranstaltninger, der løber',
    'measures-started': 'Foranstaltninger begyndt',
    'measures-ended': 'Foranstaltninger sluttet',
    'measures-running-of-type': 'Løber',
    'placements-running': 'Anbringelser, der løber',
    'placements-started': 'Anbringelser begyndt',
    'placements-ended': 'Anbringelser sluttet',
    'follow-ups-share': 'Opfølgninger holdt i tide',
    'follow-ups-held': 'Opfølgninger holdt',
    'visits-share': 'Tilsynsbesøg holdt i tide',
    'visits-held': 'Tilsynsbesøg holdt',
  },

  monthFigures: {
    'measures-running': 'Foranstaltninger, der løber',
    'measures-started': 'Foranstaltninger begyndt',
    'measures-ended': 'Foranstaltninger sluttet',
    'placements-running': 'Anbringelser',
    'placements-started': 'Anbringelser begyndt',
    'placements-ended': 'Anbringelser sluttet',
    'plans-made': 'Anbringelser med plan',
    'plans-awaited': 'Anbringelser uden plan endnu, og der er tid',
    'plans-overdue': 'Anbringelser uden plan, og fristen er overskredet',
    'plans-none': 'Anbringelser uden plan og uden en dag for den',
    'follow-ups-met': `Opfølgninger: ${keptFigures.met}`,
    'follow-ups-late': `Opfølgninger: ${keptFigures.late}`,
    'follow-ups-open': `Opfølgninger: ${keptFigures.open}`,
    'follow-ups-running': `Opfølgninger: ${keptFigures.running}`,
    'follow-ups-cannot-tell': `Opfølgninger: ${keptFigures.cannotTell}`,
    'follow-ups-held': 'Opfølgninger holdt i måneden',
    'visits-met': `Tilsynsbesøg: ${keptFigures.met}`,
    'visits-late': `Tilsynsbesøg: ${keptFigures.late}`,
    'visits-open': `Tilsynsbesøg: ${keptFigures.open}`,
    'visits-running': `Tilsynsbesøg: ${keptFigures.running}`,
    'visits-cannot-tell': `Tilsynsbesøg: ${keptFigures.cannotTell}`,
    'visits-held': 'Tilsynsbesøg holdt i måneden',
    'without-start': 'Afslutninger uden en begyndelse',
  } satisfies Record<MonthCaseFigure, string>,
  ofKey: (figure: string, key: string) => `${figure} (${key})`,
  casesShown: (total: number) =>
    total === 0
      ? 'Ingen, du må se.'
      : `${n(total)} ${plural('da', total, 'linje', 'linjer')} i sager, du må se.${total === 1 ? '' : ' En sag står her så mange gange, som tallet tæller den.'}`,
  noCases: 'Ingen sager at vise',
  noCasesBody: 'Tallet er nul, eller sagerne hører til en enhed, du ikke har adgang til.',
  backTo: (title: string) => `Tilbage til ${title}`,
  caseColumns: {
    case: 'Sag',
    unit: 'Enhed',
    type: 'Type',
    rule: 'Frist',
    from: 'Begyndt',
    due: 'Senest',
    to: 'Slut',
  },
  pages: 'Sider',
  page: (page: number, pages: number) => `Side ${n(page)} af ${n(pages)}`,
  previousPage: 'Forrige side',
  nextPage: 'Næste side',
}
