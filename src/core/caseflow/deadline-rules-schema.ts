import * as z from 'zod'
import { officeDays } from '../calendar/working-days.ts'
import { date } from '../programme/programme-schema.ts'
import { confidences, limitUnits, stepDistinctions } from './deadline-rules.ts'
import { flowSchema } from './flow/flow-schema.ts'

/**
 * The shape of a file of deadline rules: the one source of the validation, of `programmes/deadlines.schema.json` and of
 * the types here. What one part says about another (a rule's kinds of event) is checked in `check-*.ts`.
 */

const text = z.string().trim().min(1)
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/)
  .meta({ description: 'Lower-case letters a-z, digits, _ and -.' })
const localText = z
  .strictObject({ da: text, en: text })
  .meta({ id: 'LocalText', description: 'The text in Danish and in English.' })

const kinds = z.array(key).min(1).max(50)

const eventKind = z
  .strictObject({
    key,
    name: localText,
    aliases: z
      .array(text)
      .max(50)
      .exactOptional()
      .meta({ description: 'What case systems call it. The Danish name counts anyway.' }),
    needsTime: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Counted in hours somewhere. Default false.' }),
  })
  .meta({ id: 'EventKind' })

const attribute = text.max(60).meta({ description: 'A column of the source.' })

const limit = z
  .strictObject({
    hours: z.int().min(1).max(8760).exactOptional(),
    workingDays: z.int().min(1).max(500).exactOptional(),
    days: z.int().min(1).max(3650).exactOptional(),
    months: z.int().min(1).max(120).exactOptional(),
    ofCase: z
      .strictObject({
        attribute,
        unit: z.enum([...limitUnits, 'date']).meta({ description: 'date: the attribute is the last day.' }),
        on: kinds.exactOptional().meta({
          description: 'Read from the newest of these up to the start, where the start does not say.',
        }),
      })
      .exactOptional()
      .meta({ description: 'Each case says how long.' }),
  })
  .meta({ id: 'Limit', description: 'One of: hours; workingDays; days; months; ofCase.' })

const condition = z
  .strictObject({
    followedBy: kinds
      .exactOptional()
      .meta({ description: 'One of these comes after the start, before the clock ends.' }),
    inForce: z
      .strictObject({ since: kinds, until: kinds, holds: z.boolean().exactOptional() })
      .exactOptional()
      .meta({
        description: 'At the start, something of since has begun and not ended. holds false: has not.',
      }),
    attribute: z
      .strictObject({
        name: attribute,
        is: z.array(text).min(1).max(50).exactOptional(),
        isNot: z.array(text).min(1).max(50).exactOptional(),
        ifMissing: z
          .enum(['cannot-tell', 'applies', 'not-applicable'])
          .exactOptional()
          .meta({ description: 'Default cannot-tell.' }),
      })
      .exactOptional()
      .meta({ description: 'The starting event says so.' }),
  })
  .meta({ id: 'Condition', description: 'One of: followedBy; inForce; attribute.' })

const base = {
  id: z
    .string()
    .regex(/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/)
    .meta({ description: 'Capitals A-Z, digits and -, e.g. R01. The same in every law that has the rule.' }),
  text: localText,
  legal: text.meta({ description: 'As the source gives it. Never a paragraph that nobody has seen.' }),
  confidence: z.enum(confidences).meta({
    description: 'verified: seen in a found text; partial: one side of it; memory: not looked up.',
  }),
  note: localText.exactOptional().meta({ description: 'What is our reading and not the law.' }),
  when: z
    .array(condition)
    .min(1)
    .max(10)
    .exactOptional()
    .meta({ description: 'All must hold, or the rule asks nothing.' }),
  apartBy: z
    .array(attribute)
    .min(1)
    .max(5)
    .exactOptional()
    .meta({ description: 'Attributes that keep clocks of one case apart, beside the child.' }),
  pausable: z.boolean().exactOptional().meta({ description: 'Pauses move the last day. Default false.' }),
  exceptions: z
    .boolean()
    .exactOptional()
    .meta({ description: 'An exception with a reason lifts it. Default false.' }),
  onceRegistered: z.boolean().exactOptional().meta({
    description:
      'Cannot be told until what it asks for was registered in any case. Not for what a law asks. Default false.',
  }),
}

const closes = z
  .enum(['oldest', 'all'])
  .exactOptional()
  .meta({ description: 'Which clocks an end closes that does not say what it answers. Default oldest.' })
const stop = kinds
  .exactOptional()
  .meta({ description: 'Ends the clock without the step; in time, the rule asks nothing.' })

const within = z
  .strictObject({
    kind: z.literal('within'),
    ...base,
    start: kinds,
    end: kinds,
    limit,
    starts: z
      .enum(['each', 'joined'])
      .exactOptional()
      .meta({ description: 'joined: what starts while a clock runs is joined to it. Default each.' }),
    closes,
    stop,
  })
  .meta({ id: 'WithinRule', description: 'From a start to an end, within a limit.' })

const order = z
  .strictObject({
    kind: z.literal('order'),
    ...base,
    step: kinds,
    before: kinds,
    count: z.int().min(1).max(20).exactOptional().meta({ description: 'So many steps. Default 1.' }),
    distinct: z.enum(stepDistinctions).exactOptional().meta({
      description: 'Of each kind (or each day) only one step counts. Absent: all count.',
    }),
    since: kinds.exactOptional().meta({ description: 'Steps before the last of these do not count.' }),
  })
  .meta({ id: 'OrderRule', description: 'A step on or before the day of another.' })

const recurring = z
  .strictObject({
    kind: z.literal('recurring'),
    ...base,
    start: kinds.exactOptional().meta({ description: 'Absent: the first event starts it.' }),
    fromStart: z.boolean().exactOptional().meta({
      description: 'false: the first window begins at the first event after the start. Default true.',
    }),
    event: kinds,
    count: z
      .int()
      .min(1)
      .max(50)
      .exactOptional()
      .meta({ description: 'So many in every window. Default 1.' }),
    limit,
    stop,
  })
  .meta({ id: 'RecurringRule', description: 'So many of an event in every moving window.' })

const presence = z
  .strictObject({
    kind: z.literal('presence'),
    ...base,
    start: kinds,
    end: kinds,
    afterOutcome: z
      .boolean()
      .exactOptional()
      .meta({ description: 'An end before what followedBy asks for does not count. Default false.' }),
    closes,
    stop,
  })
  .meta({ id: 'PresenceRule', description: 'Must happen; no law says how soon.' })

const asked = z
  .strictObject({ kind: z.literal('asked'), ...base })
  .meta({ id: 'AskedRule', description: 'No event tells; the reviewer is asked.' })

const deadline = z
  .discriminatedUnion('kind', [within, order, recurring, presence, asked])
  .meta({ id: 'Deadline' })

export const deadlineRules = z.strictObject({
  key,
  version: z.int().min(1).max(9999),
  title: localText,
  status: localText.exactOptional().meta({ description: 'What must be known before real use.' }),
  inForce: z
    .strictObject({
      from: date.exactOptional().meta({ description: 'First day. Absent: since before any case here.' }),
      to: date.exactOptional().meta({ description: 'Last day, inclusive. Absent: still in force.' }),
    })
    .meta({ description: 'A clock is judged by the rules in force on the day it starts.' }),
  settings: z.strictObject({
    saturdayCounts: z.boolean().meta({ description: 'Whether Saturday is a working day (hverdag).' }),
    alsoClosed: z
      .array(z.enum(officeDays))
      .max(3)
      .exactOptional()
      .meta({ description: 'No working days although no public holidays. Default none.' }),
    pause: kinds.exactOptional(),
    resume: kinds.exactOptional(),
    exception: kinds.exactOptional(),
  }),
  kinds: z.array(eventKind).min(1).max(300),
  deadlines: z.array(deadline).min(1).max(300),
  flow: flowSchema(localText, kinds).exactOptional(),
})

export type DeadlineRulesSource = z.output<typeof deadlineRules>
export type DeadlineSource = z.output<typeof deadline>
export type LimitSource = z.output<typeof limit>
export type ConditionSource = z.output<typeof condition>
