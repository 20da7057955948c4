/** Why somebody cannot write in a review now, whatever it is they write. */
export const writeErrors = [
  'not-found',
  'not-your-review',
  'own-case',
  'declaration-needed',
  'already-submitted',
  'handed-in',
  'written-off',
  'round-closed',
] as const
