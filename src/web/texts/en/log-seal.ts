import type { logSeal as danish } from '../da/log-seal.ts'

export const logSeal: typeof danish = {
  none: 'The logs are not sealed yet.',
  sealed: (at, entries) => `Both logs are sealed up to ${at} (${entries} entries).`,
  waiting: (since) => `Entries since ${since} wait to be sealed: see the server’s log.`,
  neverVerified: 'The seals were never verified (tilsyn seal verify).',
  verified: (at) => `Last verified ${at}: all was as it was sealed.`,
  found: (at, findings) => `Last verified ${at}: ${findings} findings. Run tilsyn seal verify to see which.`,
}
