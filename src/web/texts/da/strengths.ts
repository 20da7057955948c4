export const strengths = {
  title: 'Styrker',
  question: (count: number) =>
    count === 0
      ? 'Hvad lykkes i enheden?'
      : count === 1
        ? '1 eksempel på det, der lykkes.'
        : `${count} eksempler på det, der lykkes.`,
  noneTitle: 'Ingen styrker endnu',
  noneWrite:
    'Skriv det første eksempel på noget, der lykkes. Eksempler fra gennemgange kommer til, når rundens resultater er åbne.',
  noneRead: 'Eksempler fra gennemgange kommer til, når rundens resultater er åbne.',
  noneOfTheme: 'Ingen styrker med det tema. Vælg et andet tema.',
  write: 'Skriv en styrke',
  text: 'Hvad lykkes?',
  textHint: 'Fortæl, hvad I gør, så andre kan lære af det. Skriv ingen navne og ingen CPR-numre.',
  textMissing: 'Skriv, hvad der lykkes.',
  theme: 'Tema',
  noTheme: 'Intet tema',
  allThemes: 'Alle temaer',
  save: 'Tilføj styrken',
  added: 'Styrken er tilføjet.',
  list: 'Enhedens styrker, den nyeste først',
  fromReview: (number: number, round: string) => `Eksempel ${number} i ${round}`,
  pseudonym:
    'Eksempler er nummereret i den rækkefølge, de er fremhævet. Nummeret siger intet om sagens nummer.',
  ofUnit: 'Skrevet af enheden',
  by: (role: string, day: string) => `${role}, ${day}`,
  withdraw: 'Træk tilbage',
  withdrawThis: (text: string) => `Træk tilbage: ${text}`,
  withdrawTitle: 'Træk styrken tilbage',
  withdrawBody: 'Den forsvinder fra listen for alle og kan ikke hentes frem igen.',

  reviewHeading: 'Det, der lykkedes',
  reviewWhy:
    'Fremhæv et svar, som andre kan lære af. Enheden ser din tekst, når rundens resultater er åbne; sagen får et løbenummer i stedet for sit sagsnummer.',
  mark: 'Fremhæv et eksempel',
  whichQuestion: 'Spørgsmål',
  whichMissing: 'Vælg spørgsmålet.',
  choose: 'Vælg spørgsmål',
  noQuestions: 'Ingen flere svar i gennemgangen kan fremhæves: kun svar, der lever op til kravet.',
  fallen: 'Vises ikke længere: svaret er ændret siden.',
  marked: 'Eksemplet er fremhævet.',
}
