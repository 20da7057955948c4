import { plural } from '../../../core/language/plural.ts'
import type { TaskKind } from '../../../core/notification/my-tasks.ts'

/** What each row is called; `name` and `unit` are what it is about, empty where it is about neither. */
type Title = (of: { readonly name: string; readonly unit: string }) => string

export const taskList = {
  nothing: 'Intet venter på dig.',
  /** `rows` of the list; `first`: the title of the top one. */
  summary: (rows: number, overdue: number, first: string) =>
    `${plural('da', rows, '1 opgave venter', `${rows} opgaver venter`)} på dig${
      overdue === 0 ? '' : `, ${overdue} over fristen`
    }. Begynd med: ${first}.`,
  heading: 'Det skal du, i rækkefølge',
  caption: 'Det, der venter på dig: først det, der er over fristen, så efter dag',
  columns: { what: 'Opgave', count: 'Antal', due: 'Nærmeste frist', overdue: 'Over fristen' },
  title: {
    critical: ({ name }) => `Kritisk sag ${name}`,
    reviews: () => 'Sager, du skal gennemgå',
    unassigned: () => 'Gennemgange, som ingen har fået',
    'begin-restoring': () => 'Fejl, du skal begynde at rette op',
    'finish-restoring': () => 'Fejl, du skal rette færdig op; borgeren er kontaktet',
    'case-deadlines': () => 'Frister i dine sager den næste uge',
    plan: ({ unit }) => `Fejl uden plan i ${unit}`,
    approve: ({ unit }) => `Indstillinger om ikke at rette op${inUnit(unit)}, som du kan godkende`,
    verify: ({ unit }) => `Fejl, der er rettet op${inUnit(unit)}, og som du kan kontrollere`,
    agreements: ({ name }) => `Aftaler fra sagsgennemgang i sag ${name}`,
    'approve-plans': ({ unit }) => `Sikkerhedsplaner i ${unit}, der venter på din godkendelse`,
    'judge-break-glass': () => 'Nødadgange, der venter på din vurdering',
    'write-report': () => 'Udkast til rapporter, der skal skrives og afleveres',
    'check-report': () => 'Rapporter, der venter på din juridiske kontrol',
    'approve-report': () => 'Rapporter, der venter på din godkendelse',
    'release-report': () => 'Godkendte rapporter, der skal frigives',
    disputes: () => 'Uenigheder, der venter på dit svar',
    calibration: ({ name }) => `Kalibrering: ${name}`,
    visit: ({ unit }) => `Læringsbesøg i ${unit}`,
    'visit-minutes': ({ unit }) => `Læringsbesøg i ${unit}: skriv referatet`,
    'visit-points': ({ unit }) => `Åbne opmærksomhedspunkter i ${unit}`,
    initiative: ({ name }) => `Indsats: ${name}`,
    'initiative-news': ({ name }) => `Indsats: ${name}`,
    'goal-without-round': ({ unit }) => `Mål i ${unit}, som ingen runde kan vurdere endnu`,
    'goal-judged': ({ unit }) => `Mål i ${unit}, der lige er vurderet`,
    feedback: () => 'Nye tilbagemeldinger på dine sager',
  } satisfies Record<TaskKind, Title>,
  /** What more there is to say of some. */
  note: {
    unassigned: 'Ingen på niveauet kunne tage dem uden selv at have medvirket i sagen.',
    plan: 'Fristen er dagen, de senest skal have en plan.',
    initiative: 'Skriv, om den er begyndt, eller hvordan den ender.',
    'initiative-news': 'Der er ikke fortalt nyt i tre måneder. Skriv, hvordan det går.',
    'goal-without-round': 'Målet kan først vurderes, når der er planlagt en senere runde.',
  } satisfies Partial<Record<TaskKind, string>>,
  nextReview: (caseId: string) => `Næste: ${caseId}`,
  day: (day: string) => `afholdes ${day}`,
  dayPast: (day: string) => `dagen var ${day}`,
  today: 'I dag har du',
  done: {
    reviews: (n: number, hours: string) =>
      plural('da', n, `indsendt 1 gennemgang (${hours})`, `indsendt ${n} gennemgange (${hours})`),
    restored: (n: number) => `rettet ${n} fejl op`,
    verified: (n: number) =>
      plural('da', n, 'kontrolleret 1 genopretning', `kontrolleret ${n} genopretninger`),
    approved: (n: number) =>
      plural('da', n, 'godkendt, at 1 fejl ikke rettes op', `godkendt, at ${n} fejl ikke rettes op`),
  },
  ways: 'Tilbagemeldinger',
  toFeedback: 'Tilbagemeldinger på mine sager',
  toDisputes: 'Uenighed om tilbagemeldinger',
  toCorrections: 'Ønsker om rettelse',
}

function inUnit(unit: string): string {
  return unit === '' ? '' : ` i ${unit}`
}
