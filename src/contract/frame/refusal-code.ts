/**
 * Every way the server can say no, by code. The codes are part of the contract: clients and tests may rely on them.
 * A new refusal is a line here and its status and texts in `src/http/refusals.ts`; the compiler asks for the second.
 */
export const refusalCodes = [
  // Any request
  'malformed-json',
  'invalid-input',
  'wrong-content-type',
  'too-large',
  'not-found',
  'method-not-allowed',
  'wrong-host',
  'wrong-origin',
  'too-busy',
  'database-unavailable',
  'internal-error',
  // Files
  'file-missing',
  'file-type',
  'too-many-files',
  'broken-upload',
  'unusable-file',
  // Session
  'not-signed-in',
  'session-expired',
  'not-permitted',
  'wrong-credentials',
  'too-many-attempts',
  'municipality-missing',
  'person-not-found',
  // People, units, programmes
  'unit-exists',
  'initials-taken',
  'user-name-taken',
  'unit-needed',
  'unit-not-needed',
  'role-held',
  'role-ended',
  'role-end-too-early',
  'last-administrator',
  'programme-changed',
  'programme-older',
  // Registry
  'import-under-way',
  'no-units',
  'preview-closed',
  'preview-stale',
  'rows-refused',
  // Rounds and draws
  'round-exists',
  'round-closed',
  'programme-not-found',
  'baseline-not-found',
  'reviews-open',
  'level-not-drawn',
  'level-below-not-drawn',
  'level-above-frozen',
  'selection-not-yet',
  'nothing-eligible',
  'already-frozen',
  'not-frozen',
  'already-drawn',
  'not-drawn',
  'seed-already-published',
  'seed-not-published',
  'reserve-empty',
  'review-submitted',
  // Reviews
  'not-your-review',
  'own-case',
  'already-submitted',
  'written-off',
  'sealed',
  'question-not-in-form',
  'outdated-version',
  'incomplete',
  // Results and reports
  'results-sealed',
  'round-without-answers',
  'round-not-closed',
] as const

export type RefusalCode = (typeof refusalCodes)[number]
