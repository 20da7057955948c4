import { z } from 'zod'
import type { Criterion, Selection } from '../../core/programme/programme.ts'

const strata = z.array(z.string())
const quotas = z.array(
  z.object({
    where: z.record(z.string(), z.string()).exactOptional(),
    take: z.union([z.number().int(), z.literal('all')]),
  }),
)

/** How a level's cases are chosen; see `core/programme/programme.ts` for what each kind means. */
export const selection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('random'), strata, quotas }),
  z.object({ kind: z.literal('census') }),
  z.object({
    kind: z.literal('newest-first'),
    before: z.string(),
    onOrAfter: z.string().exactOptional(),
    strata,
    quotas,
    older: z.object({ before: z.string(), quotas }).exactOptional(),
    onePer: z
      .object({ attribute: z.string(), keep: z.enum(['highest', 'lowest']), by: z.string() })
      .exactOptional(),
  }),
  z.object({ kind: z.literal('pass-on'), strata, quotas, passOn: z.number().int() }),
  z.object({ kind: z.literal('risk-weighted'), risk: z.string(), strata, quotas }),
]) satisfies z.ZodType<Selection>

// `strictObject`, so that each criterion is told from the others by the keys it has.
export const criterion = z.union([
  z.strictObject({ attribute: z.string(), is: z.array(z.string()) }),
  z.strictObject({ attribute: z.string(), isNot: z.array(z.string()) }),
  z.strictObject({
    attribute: z.string(),
    atLeast: z.number().exactOptional(),
    atMost: z.number().exactOptional(),
  }),
  z.strictObject({
    attribute: z.string(),
    onOrAfter: z.string().exactOptional(),
    before: z.string().exactOptional(),
  }),
]) satisfies z.ZodType<Criterion>
