import { z } from 'zod'
import { languages } from '../../../core/language/language.ts'
import { download } from '../../frame/file-part.ts'
import { defineRoute } from '../../frame/route.ts'
import { whose } from '../record.ts'

export const everythingType = 'application/zip'

export const exportEverything = defineRoute({
  method: 'GET',
  path: '/api/log/record/everything',
  permission: 'access.record',
  summary:
    'All that is held on a child or in a case, with who has seen it, for an access request; employees by number',
  query: whose.safeExtend({
    lang: z.enum(languages),
    names: z.enum(['yes', 'no']).default('no'),
  }),
  response: download(everythingType),
  errors: ['not-found', 'hold-undecided', 'step-up-needed'],
})

export const exportEmployee = defineRoute({
  method: 'GET',
  path: '/api/people/:person/everything',
  permission: 'person.manage',
  summary: 'All that is held on an employee, with what they did in both logs, for an access request',
  params: z.object({ person: z.uuid() }),
  query: z.object({ lang: z.enum(languages) }),
  response: download(everythingType),
  errors: ['not-found', 'step-up-needed'],
})
