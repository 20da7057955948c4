import type { proof as danish } from '../da/proof.ts'

export const proof: typeof danish = {
  title: 'Is it still you?',
  what: {
    password:
      'What you ask for requires that you have shown who you are a short while ago. Enter your password; you will not be asked again for ten minutes.',
    provider:
      'What you ask for requires that you have shown who you are a short while ago. You go to the municipality’s sign-in and then come back to this page. Then press again what you wanted.',
    demo: 'What you ask for requires that one has shown who one is a short while ago. In the trial version a press is enough.',
  },
  password: 'Password',
  code: 'Code',
  codeHint: 'Six digits from your app, or a recovery code.',
  action: {
    password: 'Confirm',
    provider: 'To the municipality’s sign-in',
    demo: 'Yes, it is me',
  },
}
