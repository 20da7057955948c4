import type { password as da } from '../da/password.ts'

export const password: typeof da = {
  title: 'Change password',
  question: 'Wherever else you are signed in, you will be signed out.',
  given: 'Somebody else gave you the password. Choose your own here; then you can go on.',
  none: 'You have no password in Tilsyn, so there is nothing to change. An administrator can give you one.',
  before: 'Current password',
  after: 'New password',
  hint: (shortest) =>
    `At least ${shortest} characters. Several words in a row are easy to remember and hard to guess.`,
  again: 'New password again',
  show: 'Show the passwords',
  submit: 'Change password',
  done: 'The password is changed. Everywhere else you are signed out.',
  errors: {
    before: 'Write your current password.',
    after: (shortest) => `The new password must have at least ${shortest} characters.`,
    again: 'The two new passwords differ. Write the same one in both places.',
  },
}
