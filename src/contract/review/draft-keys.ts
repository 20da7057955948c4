import { z } from 'zod'
import { defineRoute } from '../frame/route.ts'

/** Whoever is signed in, also after their role ended: what they wrote on this computer is theirs to read. */
export const getDraftKeys = defineRoute({
  method: 'GET',
  path: '/api/draft-keys',
  permission: 'signed-in',
  summary: 'The caller’s keys for answers that wait in their browser; the first is the one to seal with',
  response: z.object({
    keys: z.array(
      z.object({
        id: z.string(),
        /** AES-256, base64. To be kept in memory only. */
        key: z.string(),
      }),
    ),
  }),
  errors: [],
})
