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
  account: 'Sign in with user name and password instead',
  alreadyIn: (name) => `You are signed in as ${name}.`,
}
