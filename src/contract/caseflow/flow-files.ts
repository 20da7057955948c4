import { z } from 'zod'
import { flowScopes } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import { flowRhythms } from '../../core/caseflow/flow-mail/report-due.ts'
import { languages } from '../../core/language/language.ts'
import { download } from '../frame/file-part.ts'
import { defineRoute, nothing } from '../frame/route.ts'
import { reportTypes } from '../report/report.ts'
import { month, week } from './flow-reports.ts'

const flowFormats = ['pdf', 'xlsx', 'docx', 'html'] as const

const file = z.object({
  format: z.enum(flowFormats),
  lang: z.enum(languages),
  /** Absent: the whole municipality. */
  unit: z.uuid().optional(),
})
export type FlowFileWish = z.output<typeof file>

const types = flowFormats.map((format) => reportTypes[format])

export const downloadWeek = defineRoute({
  method: 'GET',
  path: '/api/caseflow/weeks/:week/file',
  permission: 'caseflow.report',
  summary: 'The weekly report of the municipality or of one unit as a file',
  params: z.object({ week }),
  query: file,
  response: download(reportTypes.pdf, ...types),
  errors: ['not-found'],
})

export const downloadMonth = defineRoute({
  method: 'GET',
  path: '/api/caseflow/months/:month/file',
  permission: 'caseflow.report',
  summary: 'The monthly report of the municipality or of one unit as a file',
  params: z.object({ month }),
  query: file,
  response: download(reportTypes.pdf, ...types),
  errors: ['not-found'],
})

const scope = z.enum(flowScopes)

export const getFlowSubscription = defineRoute({
  method: 'GET',
  path: '/api/caseflow/subscription',
  permission: 'caseflow.report',
  summary: 'Which reports of case flow the person is told of by mail',
  response: z.object({
    /** Null: not told. */
    week: scope.nullable(),
    month: scope.nullable(),
    /** Units whose reports "own units" leads to. */
    units: z.array(z.string()),
    /** Where the mails go; null: nobody has entered an address, and none can come. */
    email: z.string().nullable(),
    /** Whether this installation has a mail server. */
    sending: z.boolean(),
  }),
  errors: [],
})

export const saveFlowSubscription = defineRoute({
  method: 'PUT',
  path: '/api/caseflow/subscription/:rhythm',
  permission: 'caseflow.report',
  summary: 'Begin, change or stop being told by mail that a weekly or a monthly report is there',
  params: z.object({ rhythm: z.enum(flowRhythms) }),
  body: z.object({ scope: scope.nullable() }),
  response: nothing,
  errors: [],
})

export const listFlowSubscribers = defineRoute({
  method: 'GET',
  path: '/api/caseflow/subscribers',
  permission: 'person.manage',
  summary: 'Who is told by mail of the weekly and the monthly report',
  response: z.object({
    subscribers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rhythm: z.enum(flowRhythms),
        scope,
        since: z.iso.date(),
        /** False: there is no address. */
        reachable: z.boolean(),
        /** False: the person's role has ended, so no mail is written. */
        permitted: z.boolean(),
      }),
    ),
  }),
  errors: [],
})
