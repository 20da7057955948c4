import { plural } from '../../../core/language/plural.ts'

export const tasks = {
  title: 'Mine opgaver',
  summary: (open: number, oldest: number) =>
    plural(
      'da',
      open,
      `1 sag venter på din gennemgang. Den blev trukket for ${days(oldest)} siden.`,
      `${open} sager venter på din gennemgang. Den ældste blev trukket for ${days(oldest)} siden.`,
    ),
  nothingWaits: 'Ingen sager venter på din gennemgang.',
  noReviewsInRole: 'Din rolle gennemgår ikke sager.',
  resume: (caseId: string) => `Fortsæt ${caseId}`,
  begin: (caseId: string) => `Begynd på ${caseId}`,
  openHeading: 'Skal gennemgås',
  weekHeading: 'Min uge',
  laterHeading: 'Senere',
  weekSummary: (count: number, hours: string) =>
    plural(
      'da',
      count,
      `1 gennemgang har frist i denne uge (ca. ${hours}).`,
      `${count} gennemgange har frist i denne uge (ca. ${hours}).`,
    ),
  backlog: (hours: string) => `Ca. ${hours} venter i alt.`,
  basis: {
    own: 'Skønnet bygger på dine egne seneste gennemgange.',
    level: 'Skønnet bygger på, hvad niveauet plejer at bruge; du har endnu for få.',
    programme: 'Skønnet er programmets, for der er endnu for få gennemgange at bygge på.',
    mixed: 'Skønnet bygger dels på dine egne gennemgange, dels på niveauets eller programmets tal.',
  },
  doneToday: (count: number, hours: string) =>
    plural('da', count, `I dag har du indsendt 1 (${hours}).`, `I dag har du indsendt ${count} (${hours}).`),
  critical: 'kritisk',
  overdue: 'over fristen',
  toCalendar: 'Kalender og fravær',
  toAssignment: 'Giv dem ud',
  openCaption: 'Sager, der venter på din gennemgang, det mest presserende først',
  submittedHeading: 'Senest indsendt',
  submittedCaption: 'Dine senest indsendte gennemgange',
  columns: {
    caseId: 'Sag',
    stage: 'Sagstrin',
    unit: 'Enhed',
    level: 'Niveau',
    age: 'Ventet',
    due: 'Frist',
    progress: 'Besvaret',
    minutes: 'Skønnet tid',
    submittedAt: 'Indsendt',
    minutesUsed: 'Tid brugt',
    next: 'Se',
  },
  days,
  minutes: (minutes: number) => `${minutes} min.`,
  progressOf: (caseId: string) => `Besvarede spørgsmål i ${caseId}`,
  toMerge: 'svarene skal samles',
  notBegun: 'ikke begyndt',
  ownCase: 'Du har medvirket i sagen. Den skal gives til en anden.',
  differences: 'Forskelle til niveauet under',
  differencesOf: (caseId: string) => `Forskelle i ${caseId}`,
  emptyTitle: 'Du er ajour',
  emptyBody:
    'Når en ny lodtrækning giver dig sager, står de her. Indtil da kan du se, hvor runden er, eller læse spørgsmålene igennem.',
  unassigned: (count: number) =>
    plural(
      'da',
      count,
      '1 udtrukket sag er ikke givet til nogen.',
      `${count} udtrukne sager er ikke givet til nogen.`,
    ),
  unassignedBody: 'Ingen på niveauet kunne tage dem uden selv at have medvirket i sagen.',
  toRounds: 'Se runderne',
  youCan: 'Det kan du her',
  released: 'Der er ikke offentliggjort noget endnu. Det, der bliver offentliggjort, kommer til at stå her.',
  can: {
    tasks: 'Se, hvad der venter på dig.',
    rounds: 'Se, hvor langt hver runde er, og hvordan sagerne er trukket.',
    findings: 'Se, hvilke fejl tilsynet har fundet, og om der er rettet op.',
    learning: 'Følg enhedens læringsbesøg, styrker, forslag og mål.',
    calibrations: 'Se jeres kalibreringer, og svar på øvesager.',
    programmes: 'Læs, hvad der spørges om på hvert sagstrin, og hvilken lov det bygger på.',
    registry: 'Indlæs afsluttede sagstrin fra fagsystemet.',
    access: 'Se, hvem der har adgang til hvad.',
  },
}

function days(count: number): string {
  return plural('da', count, '1 dag', `${count} dage`)
}
