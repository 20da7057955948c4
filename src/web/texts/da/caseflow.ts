import type { ListedDeadline, ListedRule } from '../../../contract/caseflow/deadlines.ts'
import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'

const n = (count: number) => formatInteger(count, 'da')

export const caseflow = {
  title: 'Hvad er ved at blive for sent?',
  question: 'Frister i sagerne: det, der udløber først, står øverst.',
  /** Of a rule in hours; `what` is its title. */
  punctuality: (what: string, late: number, due: number) =>
    `${what}: ${n(late)} af ${n(due)} kom for sent i de seneste 30 dage.`,
  upcoming: (count: number, days: number) =>
    count === 0
      ? `Ingen frister udløber ${days === 1 ? 'det næste døgn' : `i de næste ${n(days)} dage`}.`
      : `${n(count)} ${plural('da', count, 'frist udløber', 'frister udløber')} ${days === 1 ? 'det næste døgn' : `i de næste ${n(days)} dage`}.`,
  overdue: (count: number) =>
    count === 0
      ? 'Ingen frister er overskredet.'
      : `${n(count)} ${plural('da', count, 'frist er overskredet og stadig ikke opfyldt', 'frister er overskredet og stadig ikke opfyldt')}.`,
  import: 'Importér hændelser',
  judging: (count: number) =>
    `Fristerne i ${n(count)} ${plural('da', count, 'sag', 'sager')} er ved at blive regnet ud igen.`,
  none: 'Der er ingen hændelser endnu',
  noneBody:
    'Fristerne regnes ud af hændelser fra fagsystemet, f.eks. hvornår en underretning kom ind, og hvornår den blev vurderet. En administrator importerer dem.',
  noneYours: 'Ingen frister at vise',
  noneYoursBody:
    'Her vises frister i de sager, du må se. Mangler der nogen, så spørg en administrator, om sagerne har dine initialer eller din enhed i fagsystemet.',
  noneFiltered: 'Ingen frister passer',
  noneFilteredBody: 'Vælg færre filtre, eller se længere frem.',
  filters: {
    within: 'Udløber inden for',
    state: 'Tilstand',
    unit: 'Enhed',
    caseworker: 'Sagsbehandler',
    rule: 'Frist',
  },
  withinDays: (days: number) => (days === 1 ? 'et døgn' : `${n(days)} dage`),
  runningOrOpen: 'ikke opfyldt endnu',
  states: {
    running: 'løber',
    open: 'overskredet',
    met: 'opfyldt i tide',
    late: 'opfyldt for sent',
    'cannot-tell': 'kan ikke ses',
    'not-applicable': 'gælder ikke',
  } satisfies Record<ListedDeadline['state'], string>,
  sections: {
    running: 'Udløber snart',
    open: 'Overskredet og ikke opfyldt',
    met: 'Opfyldt i tide',
    late: 'Opfyldt for sent',
    'cannot-tell': 'Kan ikke ses',
    'not-applicable': 'Gælder ikke',
  } satisfies Record<ListedDeadline['state'], string>,
  columns: {
    case: 'Sag',
    rule: 'Frist',
    unit: 'Enhed',
    caseworker: 'Sagsbehandler',
    due: 'Udløber',
    done: 'Opfyldt',
    state: 'Tilstand',
  },
  unknown: 'ukendt',
  at: (day: string, time: string) => `${day} kl. ${time}`,
  started: (day: string) => `Løber fra ${day}`,
  leftHours: (hours: number) =>
    hours < 1 ? 'under en time tilbage' : `${n(hours)} ${plural('da', hours, 'time', 'timer')} tilbage`,
  leftDays: (days: number) =>
    days < 1 ? 'udløber i dag' : `${n(days)} ${plural('da', days, 'dag', 'dage')} tilbage`,
  /** Hours are not counted by the thousand. */
  lateHours: (hours: number) =>
    hours < 72
      ? `${n(Math.ceil(hours))} ${plural('da', Math.ceil(hours), 'time', 'timer')} over`
      : `${n(Math.floor(hours / 24))} dage over`,
  lateDays: (days: number) => `${n(days)} ${plural('da', days, 'dag', 'dage')} over`,
  basis: 'Hjemmel',
  confidence: 'Hvor sikre vi er på reglen',
  confidences: {
    verified: 'efterprøvet i lovteksten',
    partial: 'delvis efterprøvet',
    memory: 'skrevet efter hukommelsen, ikke efterprøvet',
  } satisfies Record<ListedRule['confidence'], string>,
  note: 'Bemærkning',
  caseTitle: (caseId: string) => `Sag ${caseId}`,
  caseStanding: (open: number, running: number, late: number) =>
    `${n(open)} ${plural('da', open, 'frist er overskredet og ikke opfyldt', 'frister er overskredet og ikke opfyldt')}, ${n(running)} løber${late === 0 ? '' : `, ${n(late)} blev opfyldt for sent`}.`,
  deadlinesHeading: 'Frister',
  eventsHeading: 'Hvad der er sket',
  eventsCaption: 'Sagens hændelser, den ældste først',
  event: 'Hændelse',
  when: 'Hvornår',
  child: 'Barn',
  childNumber: (number: number) => `Barn ${n(number)}`,
  asksNothing: (count: number) =>
    `${n(count)} ${plural('da', count, 'regel kræver ikke noget her', 'regler kræver ikke noget her')}`,
  pages: 'Sider',
  page: (page: number, pages: number) => `Side ${n(page)} af ${n(pages)}`,
  previous: 'Forrige side',
  next: 'Næste side',
}
