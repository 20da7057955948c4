import { plural } from '../../../core/language/plural.ts'
import type { ownSignIn as danish } from '../da/own-sign-in.ts'

export const ownSignIn: typeof danish = {
  title: 'Your sign-in',
  how: {
    password: 'You are signed in with user name and password.',
    provider: 'You are signed in with the municipality’s account.',
    demo: 'You were chosen from the list of invented persons.',
  },
  needed: 'The municipality requires one-time codes. Set them up here; then you can go on.',

  codes: 'One-time codes',
  codesWhat:
    'An app on your telephone shows a new code every half minute. With it nobody can sign in as you, even if they know your password.',
  codesBegin: 'Set up one-time codes',
  codesOn: (left) =>
    `You give a code from your app when you sign in. You have ${left} ${plural('en', left, 'recovery code', 'recovery codes')} left.`,
  codesOff: 'Turn one-time codes off',
  codesRequired: 'The municipality requires them, so they cannot be turned off.',
  scan: 'Open your app for one-time codes and read the picture with it.',
  qr: 'QR code for your app. The text below says the same.',
  typeInstead: 'Or type this key into the app:',
  secret: 'The key',
  firstCode: 'The code that the app shows now',
  firstCodeHint: 'Six digits.',
  firstCodeMissing: 'Enter the code from the app.',
  confirm: 'Take into use',
  codesDone: 'The one-time codes are in use. Elsewhere you have been signed out.',
  recoveryWhat:
    'Keep these recovery codes in a safe place that is not the telephone. If you lose it, each of them signs you in once. They are not shown again.',
  recoveryCodes: 'The recovery codes',

  sessions: 'Where you are signed in',
  sessionsWhat: 'If you do not recognise one of them, sign out everywhere and change your password.',
  started: 'Signed in',
  here: 'here',
  used: 'Last used',
  method: 'How',
  methods: { password: 'password', provider: 'the municipality’s account', demo: 'chosen in the demo' },
  everywhere: 'Sign out everywhere',
  endTitle: 'Action',
  endOne: 'Sign out there',
  endNamed: (when: string) => `Sign out where you signed in ${when}`,
  endDone: 'You are signed out there.',

  everybody: 'Sign everybody out',
  everybodyWhat:
    'After a break-in on a machine or a lost key: everybody in the municipality is signed out at once, except you here. Unsaved answers stay in their browsers until they sign in again.',
  everybodyTitle: 'Sign everybody in the municipality out?',
  everybodyDone: (people: number) =>
    `${people} ${plural('en', people, 'person was', 'people were')} signed out.`,

  rule: {
    optional: 'Everybody chooses whether a one-time code is needed beside the password.',
    required: 'Everybody who signs in with a password must also give a one-time code.',
  },
  setRule: { optional: 'Let everybody choose', required: 'Require one-time codes' },

  reset: 'Reset sign-in',
  resetNamed: (name) => `Reset sign-in for ${name}`,
  resetTitle: (name) => `Reset sign-in for ${name}?`,
  resetWhat:
    'One-time codes, recovery codes and the link to the municipality’s account are removed, and the person is signed out everywhere. The password stays. Be sure who you are talking to: afterwards the password is enough.',
  resetWhy: 'Why? It is written in the log.',
  resetReasons: {
    'telephone-lost': 'The telephone is lost or new',
    'new-account': 'New account in the municipality',
    'misuse-suspected': 'Suspected misuse',
    other: 'Other',
  },
  resetDone: (name, codes, link) =>
    codes || link
      ? `The sign-in of ${name} is reset.`
      : `${name} had neither one-time codes nor a link to the municipality’s account, but has been signed out everywhere.`,
}
