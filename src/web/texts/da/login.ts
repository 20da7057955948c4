export const login = {
  title: 'Log ind',
  question: 'Hvem er du?',
  demoTitle: 'Prøv Tilsyn',
  demoQuestion: 'Vælg, hvem du vil være. Alle personer og sager er opdigtede.',
  municipality: 'Kommune',
  choose: 'Vælg kommune',
  municipalityMissing: 'Vælg din kommune.',
  userName: 'Brugernavn',
  password: 'Adgangskode',
  submit: 'Log ind',
  userNameMissing: 'Skriv dit brugernavn.',
  passwordMissing: 'Skriv din adgangskode.',
  ended:
    'Du er logget ud, fordi der er gået for lang tid, eller fordi din rolle er ophørt. Svar, der ikke nåede frem til serveren, ligger krypteret på denne computer og sendes, når du logger ind igen. Er din rolle ophørt, er dine gennemgange givet videre; spørg administratoren, hvis det er en fejl.',
  account: 'Log ind med brugernavn og adgangskode i stedet',
  alreadyIn: (name: string) => `Du er logget ind som ${name}.`,
}
