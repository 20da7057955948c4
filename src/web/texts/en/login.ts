import type { login as danish } from '../da/login.ts'

export const login: typeof danish = {
  title: 'Sign in',
  question: 'Who are you?',
  demoTitle: 'Try Tilsyn',
  demoQuestion: 'Choose who you want to be. All persons and cases are invented.',
  municipality: 'Municipality',
  choose: 'Choose municipality',
  municipalityMissing: 'Choose your municipality.',
  userName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  userNameMissing: 'Enter your user name.',
  passwordMissing: 'Enter your password.',
  ended:
    'You have been signed out, because too much time passed or because your role has ended. Answers that did not reach the server are kept encrypted on this computer and are sent when you sign in again. If your role has ended, your reviews have been passed on; ask the administrator if that is a mistake.',
  code: 'Code',
  codeHint: 'Six digits from your app, or a recovery code.',
  codeMissing: 'Enter the code.',
  provider: 'Sign in with the municipality’s account',
  returning: 'Signing in',
  returnFailed: 'You were not signed in',
  again: 'To the sign-in page',
  account: 'Sign in with user name and password instead',
  alreadyIn: (name) => `You are signed in as ${name}.`,
}
