import { plural } from '../../../core/language/plural.ts'

export const tasks = {
  title: 'Mine opgaver',
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
  critical: 'kritisk',
  overdue: 'over fristen',
  toCalendar: 'Kalender og fravær',
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
  toRounds: 'Se runderne',
  youCan: 'Det kan du her',
  can: {
    tasks: 'Se, hvad der venter på dig.',
    rounds: 'Se, hvor langt hver runde er, og hvordan sagerne er trukket.',
    findings: 'Se, hvilke fejl tilsynet har fundet, og om der er rettet op.',
    deadlines: 'Se, hvilke frister der er ved at udløbe, og hvilke der er overskredet.',
    learning: 'Følg enhedens læringsbesøg, styrker, forslag og mål.',
    actionPlans: 'Læse handleplanen, og hvad der er kommet ud af dens indsatser.',
    appeals: 'Se, hvad Ankestyrelsen har afgjort, og hvad der læres af det.',
    reports: 'Læse de frigivne rapporter.',
    calibrations: 'Se jeres kalibreringer, og svar på øvesager.',
    programmes: 'Læs, hvad der spørges om på hvert sagstrin, og hvilken lov det bygger på.',
    registry: 'Indlæs afsluttede sagstrin fra fagsystemet.',
    access: 'Se, hvem der har adgang til hvad.',
  },
}

function days(count: number): string {
  return plural('da', count, '1 dag', `${count} dage`)
}
