import type { FourBoxLines } from '../core/learning/four-box.ts'

/** What the demo's units write about their learning, in Danish as they would. No case and no person is named. */
export const agendaTexts = {
  strengths: {
    text: 'Det, der lykkes: eksempler til læring',
    note: 'Hvert team tager et eksempel med.',
  },
  noteOnMostFailed: 'Hvad gør, at det glipper: viden, tid eller skabelonen?',
  own: { text: 'Aftaler og opmærksomhedspunkter', note: '' },
} as const

export const minutesTexts: readonly string[] = [
  'Vi begyndte med det, der lykkes: samtaler med børn holdes tidligt, og de noteres samme dag.\n\nDerefter så vi på de spørgsmål, der oftest fejler. Det handler mest om, at vurderingen er gjort, men ikke skrevet ned. Teamet foreslår en linje i skabelonen.\n\nEnhedsjuristen gennemgik, hvad loven kræver, og hvad der er god skik.',
  'Teamene gennemgik hvert et eksempel fra runden. Der var enighed om, at partshøring sker, men at datoen ofte mangler i journalen.\n\nVi aftalte at prøve en kort tjekliste i seks uger og se på den igen ved opfølgningen.',
  'Gennemgang af resultaterne. Få sager ligger bag hvert tal, så vi talte om mønstre og ikke om enkelte sager.\n\nStaben viste, hvordan en anden enhed har gjort opfølgningen til en fast del af teammødet.',
]

export const pointTexts: readonly { readonly text: string; readonly who: string; readonly days: number }[] = [
  { text: 'Skabelonen til vurderingen får en linje om barnets egne ord', who: 'Enhedsjuristen', days: 7 },
  { text: 'Tjekliste for partshøring prøves i seks uger', who: 'De faglige koordinatorer', days: 42 },
  { text: 'Opfølgning er et fast punkt på teammødet', who: 'Afdelingslederne', days: 14 },
]

export const strengthTexts: readonly string[] = [
  'Vi læser underretningen to sammen, før den vurderes. Det giver en roligere og mere ensartet vurdering.',
  'Børn får selv lov at vælge, hvor samtalen holdes. De siger mere, og det kan læses i sagen.',
  'Netværket inviteres med fra starten, og referatet sendes samme dag.',
]

/** Each with the theme of the questions that it can be an example of. */
export const exampleTexts: readonly { readonly theme: string; readonly text: string }[] = [
  { theme: 'afgoerelse', text: 'Vurderingen står kort og klart, og man kan se, hvad den bygger på.' },
  { theme: 'inddragelse', text: 'Barnets egne ord er skrevet ned og brugt i begrundelsen.' },
]

export const fourBoxTexts: readonly { readonly title: string; readonly lines: FourBoxLines }[] = [
  {
    title: 'Børnesamtalen før afgørelsen',
    lines: {
      want: ['Alle børn er hørt, før der træffes afgørelse', 'Barnets ord kan læses i begrundelsen'],
      hard: ['Tiden er knap, når en sag haster', 'Små børn skal høres på en anden måde'],
      how: ['Samtalen aftales ved første møde', 'Den noteres samme dag'],
      already: ['Vi har et rum, der er indrettet til børn'],
    },
  },
  {
    title: 'Partshøring, der kan findes igen',
    lines: {
      want: ['Datoen for partshøring står samme sted i alle sager'],
      hard: ['Høringen sker mundtligt og bliver ikke skrevet ned'],
      how: ['En kort tjekliste på sagens forside', 'Koordinatoren ser tre sager igennem om måneden'],
      already: ['Brevskabelonen har et felt til datoen'],
    },
  },
]
