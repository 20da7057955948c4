import { plural } from '../../../core/language/plural.ts'

export const reviewForm = {
  numberWrong: 'Skriv et tal, f.eks. 12 eller 12,5.',
  dayWrong: 'Vælg en dato mellem 1900 og 2199.',
  registryHeading: 'Fra registret',
  registry: (started: string, completed: string, days: string) =>
    `startet ${started}, afsluttet ${completed} (${days}).`,
  derived: 'Følger af svarene',
  derivedOpen: 'Vurderingen vises, så snart de øvrige svar afgør den.',
  derivedRule: (grade: string) => `Reglen giver: ${grade}.`,
  override: 'Fravig vurderingen',
  overridden: 'Fraveget',
  overrideGrade: 'Vurderingen skal i stedet være',
  overrideReason: 'Begrundelse',
  overrideReasonHint: 'Skal udfyldes. Den vises sammen med vurderingen.',
  overrideWaits: 'Gemmes, når både vurdering og begrundelse er der.',
  overrideUndo: 'Brug reglens vurdering',
  because: (reason: string) => `Begrundelse: ${reason}`,
  note: 'Privat note',
  noteKey: 'P',
  noteHint: 'Kun du kan se noten. Den kommer ikke med i noget og slettes, når runden lukker.',
  noteSaving: 'Noten gemmes …',
  noteSaved: 'Noten er gemt.',
  noteFailed:
    'Noten er ikke gemt: der er ingen forbindelse. Den sendes, når forbindelsen er tilbage; luk ikke vinduet.',
  noteKept: 'Der er ingen forbindelse. Noten ligger krypteret på denne computer og sendes senere.',
  noteTakeOther: 'Brug den fra det andet vindue',
  noteElsewhere: (text: string) =>
    `Noten er ændret i et andet vindue, hvor der nu står: "${text}". Skriv videre her for at bruge denne i stedet.`,
  noteEmptied: 'tom',
  nextMissing: 'Næste ubesvarede',
  nextMissingKey: 'M',
  sectionDone: 'alt besvaret',
  sectionMissing: (count: number): string => plural('da', count, '1 mangler', `${count} mangler`),
  followsDot: 'følger af svarene',
  overriddenDot: 'fraveget',
  ratings: 'Vurderinger, der følger af svarene',
  timerHint: (minutes: number, planned: number) =>
    `Skemaet har været i brug i ${plural('da', minutes, '1 minut', `${minutes} minutter`)} her. Ret tallet til hele tiden på sagen, også læsningen; der er sat ${planned} minutter af. Kun det tal, du indsender, gemmes.`,
  shortcuts: [
    ['1 til 9', 'giver en grad og går videre'],
    ['Enter', 'går videre fra et tal eller en dato; i en tekst Ctrl og Enter'],
    ['M', 'går til næste ubesvarede spørgsmål'],
    ['P', 'åbner din private note'],
  ],
}
