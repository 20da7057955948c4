import { plural } from '../../../core/language/plural.ts'

export const calibrationAdvice = {
  heading: 'Kalibrering før runden',
  headingWhileOpen: 'Kalibrering under runden',
  held: (day: string, people: number, levels: string) =>
    plural(
      'da',
      people,
      `Kalibrering holdt ${day} med 1 tilsynsførende (niveau ${levels}).`,
      `Kalibrering holdt ${day} med ${people} tilsynsførende (niveau ${levels}).`,
    ),
  agreed: (percent: string, agreeing: number, pairs: number) =>
    `${percent} af parrene var enige (${agreeing} af ${pairs}).`,
  furtherWhileOpen: 'Desuden kalibreret, mens runden var åben:',
  who: (people: number, levels: string) =>
    plural(
      'da',
      people,
      `(1 tilsynsførende, niveau ${levels})`,
      `(${people} tilsynsførende, niveau ${levels})`,
    ),
  talkAbout: 'Tal om disse spørgsmål, før I går i gang:',
  concluded: 'svar aftalt',
  notConcluded: 'ikke aftalt',
  line: (agreeing: number, pairs: number) => `${agreeing} af ${pairs} par enige`,
  nothingToTalkAbout: 'Alle var enige om alle spørgsmål.',
  noneSince: (day: string) => `Ingen kalibrering siden forrige runde blev åbnet ${day}.`,
  noneYet: 'Der har ikke været nogen kalibrering endnu.',
  last: (day: string) => `Den seneste var ${day}.`,
  advice:
    'En kalibrering før de første gennemgange viser, hvilke spørgsmål I læser forskelligt. Runden venter ikke på den.',
  see: 'Se kalibreringen',
  make: 'Lav en kalibrering',
}
