import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseProgramme } from '../../../src/core/programme/parse-programme.ts'
import type { Programme } from '../../../src/core/programme/programme.ts'

const perStage = z.array(z.number().int())
const perUnit = z.record(z.string(), perStage)
const figureQuestion = z.union([z.string(), z.object({ question: z.string(), complement: z.boolean() })])

const sample = z.object({
  prefix: z.string(),
  leniency: z.number(),
  level1: z.number().int().optional(),
  level2: perUnit,
  level3: perUnit.optional(),
  level4: perUnit.optional(),
})

const choices = z.object({
  questions: z.object({
    companion: z.record(z.string(), z.object({ child: z.string(), parents: z.string() })),
    follow_up: z.record(z.string(), z.record(z.string(), z.string())),
    consent: z.record(z.string(), z.string()),
    consent_example: z.string(),
    other_level2: z.record(z.string(), figureQuestion),
  }),
  applicable: z.record(z.string(), z.record(z.string(), z.number())),
  instead: z.array(
    z.object({
      path: z.string(),
      printed: z.union([z.string(), z.number()]),
      constructed: z.union([z.string(), z.number()]),
      because: z.string(),
    }),
  ),
  moved: z.object({
    held: z.array(z.string()),
    decline: z.array(z.string()),
    unchanged: z.record(z.string(), z.tuple([z.number(), z.number()])),
  }),
  alarms: z.record(z.string(), z.number()),
  samples: z.record(z.string(), sample),
})

/** constructed.yaml: what is ours to choose. */
export type Choices = z.infer<typeof choices>
export type Sample = z.infer<typeof sample>

const number = z.number().nullable()
const span = z.object({
  stage: z.string(),
  n: z.number(),
  mean_days: number.optional(),
  earliest_start: z.string(),
  latest_end: z.string(),
})
const byRound = z.record(z.string(), number)
const levels = z.object({ level1: z.number(), level2: z.number(), level3: z.number(), level4: z.number() })

/** The part of published-figures.yaml that cases are made for. */
const published = z.object({
  stage_tables: z.record(z.string(), z.array(span)),
  themes: z.object({
    involvement: z.array(
      z.object({
        stage: z.string(),
        child: z.record(z.string(), z.union([z.string(), number])),
        parents: z.record(z.string(), z.union([z.string(), number])),
      }),
    ),
    companion: z.array(z.object({ stage: z.string(), child: byRound, parents: byRound })),
    follow_up: z.array(z.record(z.string(), z.union([z.string(), byRound]))),
    consent: z.array(z.object({ stage: z.string(), level2: byRound, level3: byRound })),
  }),
  consent_all_levels_2018q2: z.array(levels.extend({ stage: z.string(), n: z.number() })),
  other_level2: z.array(
    z
      .record(z.string(), z.union([z.string(), number]))
      .and(z.object({ stage: z.string(), what: z.string() })),
  ),
  instrument: z.object({
    consent_question_example_2017q3: z.object({ level1: z.number(), level4: z.number() }),
  }),
})

export type Published = z.infer<typeof published>

export interface Sources {
  readonly choices: Choices
  readonly published: Published
  readonly programme: Programme
}

export function readSources(): Sources {
  const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const programme = parseProgramme(text('../../../programmes/bbu-2017.yaml'), 'bbu-2017.yaml')
  if (!programme.ok) throw new Error(programme.problems.map((problem) => problem.text.en).join('\n'))
  return {
    choices: choices.parse(parse(text('../constructed.yaml'))),
    published: published.parse(parse(text('../published-figures.yaml'))),
    programme: programme.value,
  }
}
