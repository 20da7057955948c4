import type { RulesSet } from '../../../contract/caseflow/rules.ts'
import type { CommonPart, RulePart } from '../../../core/caseflow/publish/compare-rules.ts'
import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')
const cases = (count: number) => `${n(count)} ${plural('da', count, 'sag', 'sager')}`

export const rules = {
  title: 'Hvilke frister gælder?',
  question: (rules: number, sets: number) =>
    `${n(rules)} ${plural('da', rules, 'regel', 'regler')} i ${n(sets)} ${plural('da', sets, 'regelsæt', 'regelsæt')}. Den dag, en frist begynder at løbe, afgør, hvilket regelsæt der gælder.`,
  judging: (count: number) => `Fristerne i ${cases(count)} er ved at blive regnet ud igen.`,
  period: (from: string | null, to: string | null) =>
    from === null && to === null
      ? 'Gælder uden tidsgrænse.'
      : from === null
        ? `Gælder frister, der begyndte senest ${to}.`
        : to === null
          ? `Gælder frister, der begynder ${from} eller senere.`
          : `Gælder frister, der begyndte fra ${from} til ${to}.`,
  version: (version: number) => `Version ${version}`,
  saturday: {
    counts: 'Lørdag tæller som hverdag.',
    closed: 'Lørdag tæller ikke som hverdag.',
  },
  alsoClosed: 'Tæller heller ikke som hverdag:',
  officeDays: {
    'constitution-day': 'grundlovsdag',
    'christmas-eve': 'juleaftensdag',
    'new-years-eve': 'nytårsaftensdag',
  } satisfies Record<RulesSet['alsoClosed'][number], string>,
  notPublished: 'Følger med Tilsyn og gælder fra den første import af hændelser.',
  caption: (title: string) => `Regler i ${title}`,
  columns: {
    rule: 'Regel',
    limit: 'Frist',
    basis: 'Hjemmel',
    confidence: 'Hvor sikker',
    met: 'I tide',
    late: 'For sent',
    running: 'Løber',
    open: 'Overskredet',
    'cannot-tell': 'Kan ikke ses',
  },
  confidences: {
    verified: 'efterprøvet i lovteksten',
    partial: 'delvis efterprøvet',
    memory: 'ikke efterprøvet',
  },
  versionsOf: (title: string) => `Udgaver af ${title}`,
  versionsCaption: (title: string) => `Udgivne udgaver af ${title}, den nyeste først`,
  versionColumns: { version: 'Udgave', published: 'Udgivet', by: 'Af', reason: 'Begrundelse', act: 'Tekst' },
  included: 'fulgte med Tilsyn',
  inForce: 'gælder',
  ofVersion: (version: number) => `samme tekst som version ${version}`,
  download: 'Hent',
  downloadNamed: (title: string, version: number) => `Hent ${title}, version ${version}`,
  bringBack: 'Brug igen',
  bringBackNamed: (title: string, version: number) => `Brug ${title}, version ${version}, igen`,
  publishHeading: 'Udgiv nye regler',
  publishWhat:
    'Hent teksten til de regler, der skal ændres, ret den, skriv et højere versionsnummer, og vælg filen her. En udgivet version ændres aldrig. Fortryder du, kan en tidligere udgave bruges igen.',
  file: 'Regelfil',
  checking: 'Læser reglerne …',
  checkHeading: (title: string, version: number) => `${title}, version ${version}`,
  standings: {
    first: 'Reglerne er i orden og er ikke udgivet før.',
    newer: 'Reglerne er i orden og kan afløse dem, der gælder.',
    same: 'Præcis denne tekst gælder allerede. Der er intet at udgive.',
  },
  noDifference: 'Ingen regel er ændret.',
  commonChanged: 'For regelsættet som helhed er ændret:',
  commonParts: {
    title: 'navnet',
    status: 'forbeholdet',
    period: 'perioden',
    settings: 'indstillingerne (lørdag, lukkedage, pauser)',
    kinds: 'hændelserne og deres navne',
  } satisfies Record<CommonPart, string>,
  changesCaption: 'Regler, der ændres',
  changeColumns: { rule: 'Regel', change: 'Ændring', before: 'Før', after: 'Efter' },
  added: 'ny',
  removed: 'udgår',
  parts: {
    text: 'ordlyd',
    limit: 'frist',
    basis: 'hjemmel',
    confidence: 'sikkerhed',
    note: 'bemærkning',
    events: 'hændelser',
    conditions: 'betingelser',
    exceptions: 'undtagelser og pauser',
  } satisfies Record<RulePart, string>,
  trialHeading: 'Hvad det betyder for sagerne',
  trialCases: (count: number) =>
    count === 0
      ? 'Der er ingen hændelser endnu, så ingen sager skal regnes ud igen.'
      : `Når reglerne er udgivet, regnes fristerne i ${cases(count)} ud igen.`,
  trialRunning: 'Regner sagerne ud efter begge sæt regler',
  trialStop: 'Stop',
  trialStopped: (done: number, of: number) => `Stoppet: ${n(done)} af ${cases(of)} er regnet ud.`,
  trialGoOn: 'Fortsæt',
  trialDone: (changed: number, of: number) =>
    changed === 0
      ? `Ingen af ${cases(of)} får et andet udfald.`
      : `${n(changed)} af ${cases(of)} får et andet udfald.`,
  examples: 'For eksempel:',
  effectsCaption: 'Frister efter tilstand, før og efter',
  from: (before: string, after: string) => `${before} → ${after}`,
  reason: 'Begrundelse',
  reasonHint: 'Alle i forvaltningen kan læse den. Ingen navne og sager.',
  reasonMissing: 'Skriv, hvorfor reglerne udgives.',
  publish: 'Udgiv reglerne',
  cancel: 'Fortryd',
  published: (title: string, version: number, toJudge: number) =>
    `${title}, version ${version}, er udgivet. Fristerne i ${cases(toJudge)} regnes ud igen.`,
  already: (title: string) => `${title} galt allerede med præcis denne tekst.`,
}
