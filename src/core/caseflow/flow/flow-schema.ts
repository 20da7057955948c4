import * as z from 'zod'

/** Words stand in titles of columns and above charts, where a longer phrase has no room. */
const longestPhrase = 40

const spoken = z.string().trim().min(1).max(longestPhrase)
const phrase = z
  .strictObject({ da: spoken, en: spoken })
  .meta({ id: 'FlowPhrase', description: 'In Danish and in English, as within a sentence.' })

const words = z
  .strictObject({
    received: z
      .strictObject({
        one: phrase.meta({ description: 'underretning; notification' }),
        withArticle: phrase.meta({ description: 'en underretning; a notification' }),
        many: phrase.meta({ description: 'underretninger; notifications' }),
        newOne: phrase.meta({ description: 'ny underretning; new notification' }),
      })
      .meta({ description: 'What comes in.' }),
    handled: z
      .strictObject({
        one: phrase.meta({ description: 'undersøgelse; assessment' }),
        withArticle: phrase.meta({ description: 'en undersøgelse; an assessment' }),
        many: phrase.meta({ description: 'undersøgelser; assessments' }),
      })
      .meta({ description: 'What it may lead to.' }),
    prompted: phrase.meta({ description: 'Done within the first deadline: vurderet; assessed.' }),
  })
  .meta({
    id: 'FlowWords',
    description: 'What the weekly report calls what it counts; without it: notifications and assessments.',
  })

/** The shape of the part `flow` of a file of deadline rules. What it names is checked in `check-flow.ts`. */
export function flowSchema<L extends z.ZodType, K extends z.ZodType>(localText: L, kinds: K) {
  const some = kinds.exactOptional()
  const rules = z.array(z.string().trim().min(1)).min(1).max(20).exactOptional()
  const repeated = z.strictObject({ held: kinds, rules }).exactOptional()
  return z
    .strictObject({
      words: words.exactOptional(),
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
