import { plural } from '../../../core/language/plural.ts'
import type { StuckReason } from '../../../core/review/stuck.ts'

export const progress = {
  title: 'Fremdrift',
  rounds: 'Runder',
  nothingDrawn: 'Ingen sager er trukket endnu.',
  conclusion: (submitted: number, drawn: number, writtenOff: number) =>
    writtenOff > 0
      ? submitted === drawn
        ? `${submitted} indsendt, ${writtenOff} afskrevet.`
        : `${submitted} af ${drawn + writtenOff} gennemgange er indsendt, ${writtenOff} afskrevet.`
      : submitted === drawn
        ? `Alle ${drawn} gennemgange er indsendt.`
        : `${submitted} af ${drawn} gennemgange er indsendt.`,
  restsOn: (basis: number, drawn: number, closed: boolean) =>
    closed
      ? `Rundens tal bygger på ${basis} af ${drawn} trukne gennemgange. Resten er afskrevet, og dem siger tallene intet om.`
      : `Rundens tal kan højst bygge på ${basis} af ${drawn} trukne gennemgange. Resten er afskrevet, og dem siger tallene intet om.`,
  emptyTitle: 'Intet at vise endnu',
  emptyBody: 'Når et niveau er trukket, kan du her følge, hvor langt det er.',
  level: (level: number, title: string) => `Niveau ${level}: ${title}`,
  levelTitle: 'Niveau',
  unit: 'Enhed',
  endHeading: 'Hvornår bliver runden færdig?',
  endCaption: 'Hvert niveaus stand, plan og ventede afslutning',
  plan: 'Planen',
  noPlan: 'ingen frist sat',
  dueOn: (day: string) => `Sidste frist ${day}.`,
  plannedByToday: (n: number) => `Efter planen skulle ${n} være indsendt i dag.`,
  end: 'Ventet afslutning',
  endUndrawn: 'kan ikke siges, før niveauet er trukket',
  notDrawn: 'ikke trukket',
  done: 'færdig',
  doneOn: (day: string) => `Færdig ${day}.`,
  tooFew: (n: number, days: number) =>
    n === 0
      ? `Kan ikke siges: intet er indsendt de seneste ${days} arbejdsdage.`
      : `Kan ikke siges: kun ${n} ${plural('da', n, 'gennemgang', 'gennemgange')} er indsendt de seneste ${days} arbejdsdage.`,
  about: (day: string) => `Omkring ${day}`,
  between: (earliest: string, latest: string | null) =>
    latest === null
      ? `Tidligst ${earliest}; hvor sent kan ikke siges.`
      : earliest === latest
        ? 'Næppe en anden dag.'
        : `Mellem ${earliest} og ${latest}.`,
  pace: (pace: string) => `Tempo: ${pace} om dagen.`,
  endNote: (days: number) =>
    `Regnet af tempoet de seneste ${days} arbejdsdage, hvis det fortsætter. Intervallet holder i fire af fem tilfælde. Sager uden tilsynsførende og ferie er ikke regnet med.`,
  states: {
    drawn: 'Trukket',
    unassigned: 'Uden tilsynsførende',
    given: 'Ikke begyndt',
    begun: 'Begyndt',
    returned: 'Sendt tilbage',
    submitted: 'Indsendt',
    writtenOff: 'Afskrevet',
  },
  times: { minutesUsed: 'Brugt', minutesLeft: 'Mangler ca.' },
  statesCaption: (name: string) => `${name}, efter enhed`,
  progressOf: (name: string) => `Indsendt, ${name}`,
  hoursNote: (minutes: number, assumed: boolean) =>
    assumed
      ? `Det, der mangler, er regnet med programmets ${Math.round(minutes)} minutter pr. gennemgang. Afskrevne gennemgange er også trukket, men mangler ikke.`
      : `Det, der mangler, er regnet med ${Math.round(minutes)} minutter pr. gennemgang, som rundens gennemgange har taget hidtil. Afskrevne gennemgange er også trukket, men mangler ikke.`,
  chartLabel: (name: string, drawn: string, submitted: string, due: string | null) =>
    `${name}: ${submitted} siden udtrækket ${drawn}${due === null ? '' : `; planen er alle ${due}`}. Tallene står i tabellen nedenfor.`,
  submittedOf: (submitted: number, drawn: number, writtenOff: number) =>
    writtenOff > 0
      ? `${submitted} af ${drawn + writtenOff} indsendt, ${writtenOff} afskrevet`
      : `${submitted} af ${drawn} indsendt`,
  writtenOffCount: (n: number) => `${n} afskrevet`,
  today: 'i dag',
  keySubmitted: 'indsendt i alt',
  keyPlan: 'jævnt til sidste frist',
  asTable: 'Vis tallene',
  daysCaption: (name: string) => `${name}, dag for dag`,
  noneSubmitted: 'Intet er indsendt endnu.',
  day: 'Dag',
  added: 'Indsendt',
  sum: 'I alt',
  planned: 'Efter planen',
  stuckHeading: 'Hvad står stille?',
  stuckCaption: 'Gennemgange, der står stille',
  stuckWhat: 'De her gennemgange kommer næppe videre af sig selv.',
  toAssignment: 'Fordel dem',
  noneStuck: 'Intet står stille',
  noneStuckBody: (days: number) =>
    `Alle gennemgange har en tilsynsførende, ingen er over fristen, og ingen begyndt gennemgang har ligget i ${days} arbejdsdage.`,
  firstOf: (shown: number, total: number) => `De første ${shown} af ${total} er vist.`,
  stuckNote: (quiet: number, returned: number) =>
    `Her står gennemgange uden tilsynsførende, over fristen, begyndt men urørt i ${quiet} arbejdsdage, eller sendt tilbage og urørt i ${returned}.`,
  case: 'Sag',
  why: 'Hvorfor',
  reasons: {
    unassigned: 'Uden tilsynsførende',
    returned: 'Sendt tilbage og ikke taget op',
    overdue: 'Over fristen',
    quiet: 'Begyndt og ladt ligge',
  } satisfies Record<StuckReason, string>,
  overdueSince: (day: string) => `Fristen var ${day}`,
  lastTouched: 'Sidst rørt',
  reviewers: 'Tilsynsførende',
}
