import type { Session } from '../../../contract/access/session.ts'
import type { ResetReason, SignInRules } from '../../../contract/access/sign-in-rules.ts'
import { plural } from '../../../core/language/plural.ts'

type ByMethod = Readonly<Record<Session['method'], string>>
type ByRule = Readonly<Record<SignInRules['secondFactor'], string>>

/** How one signs in, and what an administrator decides and mends about it. */
export const ownSignIn = {
  title: 'Dit login',
  how: {
    password: 'Du er logget ind med brugernavn og adgangskode.',
    provider: 'Du er logget ind med kommunens konto.',
    demo: 'Du er valgt på listen over opdigtede personer.',
  } satisfies ByMethod,
  needed: 'Kommunen kræver engangskoder. Sæt dem op her; derefter kan du gå videre.',

  codes: 'Engangskoder',
  codesWhat:
    'En app på din telefon viser en ny kode hvert halve minut. Med den kan ingen logge ind som dig, selv om de kender din adgangskode.',
  codesBegin: 'Sæt engangskoder op',
  codesOn: (left: number) =>
    `Du giver en kode fra din app, når du logger ind. Du har ${left} ${plural('da', left, 'gendannelseskode', 'gendannelseskoder')} tilbage.`,
  codesOff: 'Slå engangskoder fra',
  codesRequired: 'Kommunen kræver dem, så de kan ikke slås fra.',
  scan: 'Åbn din app til engangskoder, og læs billedet med den.',
  qr: 'QR-kode til din app. Teksten herunder siger det samme.',
  typeInstead: 'Eller skriv denne nøgle i appen:',
  secret: 'Nøglen',
  firstCode: 'Koden, som appen viser nu',
  firstCodeHint: 'Seks cifre.',
  firstCodeMissing: 'Skriv koden fra appen.',
  confirm: 'Tag i brug',
  codesDone: 'Engangskoderne er taget i brug. Andre steder er du logget ud.',
  recoveryWhat:
    'Gem disse gendannelseskoder et sikkert sted uden for telefonen. Mister du den, logger hver af dem dig ind én gang. De vises ikke igen.',
  recoveryCodes: 'Gendannelseskoderne',

  sessions: 'Hvor du er logget ind',
  sessionsWhat: 'Kender du ikke en af dem, så log ud overalt, og skift adgangskode.',
  started: 'Logget ind',
  here: 'her',
  used: 'Sidst brugt',
  method: 'Hvordan',
  methods: {
    password: 'adgangskode',
    provider: 'kommunens konto',
    demo: 'valgt i demoen',
  } satisfies ByMethod,
  everywhere: 'Log ud overalt',
  endTitle: 'Handling',
  endOne: 'Log ud dér',
  endNamed: (when: string) => `Log ud dér, hvor du loggede ind ${when}`,
  endDone: 'Du er logget ud dér.',

  everybody: 'Log alle ud',
  everybodyWhat:
    'Efter et indbrud på en maskine eller en mistet nøgle: alle i kommunen logges ud med det samme, undtagen dig her. Ugemte svar bliver i deres browser, til de logger ind igen.',
  everybodyTitle: 'Log alle i kommunen ud?',
  everybodyDone: (people: number) => `${people} ${plural('da', people, 'person', 'personer')} er logget ud.`,

  rule: {
    optional: 'Hver enkelt vælger, om der skal en engangskode til ud over adgangskoden.',
    required: 'Alle, der logger ind med adgangskode, skal også give en engangskode.',
  } satisfies ByRule,
  setRule: {
    optional: 'Lad hver enkelt vælge',
    required: 'Kræv engangskoder',
  } satisfies ByRule,

  reset: 'Nulstil login',
  resetNamed: (name: string) => `Nulstil login for ${name}`,
  resetTitle: (name: string) => `Nulstil login for ${name}?`,
  resetWhat:
    'Engangskoder, gendannelseskoder og forbindelsen til kommunens konto fjernes, og personen logges ud overalt. Adgangskoden bliver. Vær sikker på, hvem du taler med: derefter er adgangskoden nok.',
  resetWhy: 'Hvorfor? Det skrives i loggen.',
  resetReasons: {
    'telephone-lost': 'Telefonen er væk eller skiftet',
    'new-account': 'Ny konto i kommunen',
    'misuse-suspected': 'Mistanke om misbrug',
    other: 'Andet',
  } satisfies Record<ResetReason, string>,
  resetDone: (name: string, codes: boolean, link: boolean) =>
    codes || link
      ? `Login er nulstillet for ${name}.`
      : `${name} havde hverken engangskoder eller forbindelse til kommunens konto, men er nu logget ud overalt.`,
}
