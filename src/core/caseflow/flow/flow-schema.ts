import * as z from 'zod'

/** The shape of the part `flow` of a file of deadline rules. What it names is checked in `check-flow.ts`. */
export function flowSchema<L extends z.ZodType, K extends z.ZodType>(localText: L, kinds: K) {
  const some = kinds.exactOptional()
  const rules = z.array(z.string().trim().min(1)).min(1).max(20).exactOptional()
  const repeated = z.strictObject({ held: kinds, rules }).exactOptional()
  return z
    .strictObject({
      received: some.meta({ description: 'Each counts as one received.' }),
      opened: some.meta({ description: 'Opens an assessment: what was received led to it.' }),
      completed: some.meta({ description: 'Completes the assessment.' }),
      settled: some.meta({ description: 'Ends what was received without an assessment.' }),
      closed: some.meta({ description: 'Ends the case and everything in it.' }),
      prompt: rules.meta({ description: 'The rules of the first hours after receipt.' }),
      times: z
        .array(
          z
            .strictObject({
              key: z
                .string()
                .regex(/^[a-z][a-z0-9_-]*$/)
                .meta({ description: 'Lower-case letters a-z, digits, _ and -.' }),
              name: localText,
              of: z
                .literal('received')
                .exactOptional()
                .meta({ description: 'From receipt to decision: opened or settled.' }),
              start: some,
              end: some,
              stop: some.meta({ description: 'Ends it without its being finished.' }),
            })
            .meta({
              id: 'FlowTime',
              description: 'How long it takes. Either of: received, or start and end.',
            }),
        )
        .min(1)
        .max(10)
        .exactOptional(),
      measures: z
        .strictObject({
          start: kinds,
          end: some,
          type: z
            .string()
            .trim()
            .min(1)
            .max(60)
            .exactOptional()
            .meta({ description: 'The column that names the type.' }),
        })
        .exactOptional(),
      placements: z
        .strictObject({
          start: kinds,
          end: some,
          plan: some,
          planRules: rules.meta({ description: 'Rules that give the last day for a plan.' }),
        })
        .exactOptional(),
      followUps: repeated,
      visits: repeated,
    })
    .meta({ id: 'Flow', description: 'What the weekly and the monthly report count.' })
}
