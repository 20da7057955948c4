export const login = {
  title: 'Log ind',
  question: 'Hvem er du?',
  demoTitle: 'Prøv Tilsyn',
  demoQuestion: 'Vælg, hvem du vil være. Alle personer og sager er opdigtede.',
  userName: 'Brugernavn',
  password: 'Adgangskode',
  submit: 'Log ind',
  userNameMissing: 'Skriv dit brugernavn.',
  passwordMissing: 'Skriv din adgangskode.',
  account: 'Log ind med brugernavn og adgangskode i stedet',
  alreadyIn: (name: string) => `Du er logget ind som ${name}.`,
}
