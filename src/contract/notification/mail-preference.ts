import { z } from 'zod'
import { digestRhythms } from '../../core/notification/digest-day.ts'
import { languages } from '../../core/language/language.ts'
import { defineRoute, nothing } from '../frame/route.ts'

const change = z.object({ digest: z.enum(digestRhythms), language: z.enum(languages) })
export type MailPreferenceChange = z.output<typeof change>

const preference = change.extend({
  /** Null: the administrator has entered none, and no mail can come. */
  email: z.string().nullable(),
  /** Whether this installation has a mail server. */
  sending: z.boolean(),
})
export type MailPreferenceView = z.output<typeof preference>

export const getMailPreference = defineRoute({
  method: 'GET',
  path: '/api/mail-preference',
  permission: 'signed-in',
  summary: 'How often the person gets a mail, in which language, and where',
  response: preference,
  errors: [],
})

export const saveMailPreference = defineRoute({
  method: 'PUT',
  path: '/api/mail-preference',
  permission: 'signed-in',
  summary: 'Choose how often the collecting mail comes; urgent ones come always',
  body: change,
  response: nothing,
  errors: [],
})
