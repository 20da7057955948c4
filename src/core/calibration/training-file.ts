import { z } from 'zod'
import { parse } from 'yaml'
import { mayHoldCpr } from './may-hold-cpr.ts'
import type { TrainingCase } from './training-case.ts'

/** A training case as it comes with the program. */
export interface TrainingFile {
  readonly key: string
  readonly training: TrainingCase
}

const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !mayHoldCpr(value), 'may hold a CPR number')
const day = z.iso.date()

const file = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]+$/u),
    // Written out in every file, so that nobody who finds one by itself takes it for a child's.
    synthetic: z.literal(true),
    title: text,
    stage: text,
    started: day,
    completed: day,
    documents: z.array(z.strictObject({ title: text, date: day, text })).min(1),
  })
  .refine(({ started, completed }) => started <= completed, 'ends before it starts')

/** Reads a file of `programmes/training`. They are part of the program: one that is wrong is a mistake of ours and throws. */
export function readTrainingFile(source: string, name: string): TrainingFile {
  const read = file.safeParse(parse(source))
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`)
  const { key, title, stage, started, completed, documents } = read.data
  return { key, training: { title, stage, started, completed, documents } }
}
