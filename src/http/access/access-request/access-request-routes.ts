import { readEmployee } from '../../../app/access/access-request/read-employee.ts'
import { leftOut, readEverything } from '../../../app/access/access-request/read-everything.ts'
import type { PersonalKey } from '../../../app/registry/personal-key.ts'
import {
  everythingType,
  exportEmployee,
  exportEverything,
} from '../../../contract/access/access-request/access-request.ts'
import { renderAccessRequest } from '../../../render/access-request/render-access-request.ts'
import { handle, type HandledRoute } from '../../frame/handled-route.ts'

export function accessRequestRoutes(key: PersonalKey | undefined): readonly HandledRoute[] {
  return [
    handle(exportEverything, async ({ query }, context) => {
      const found = await readEverything(context, key, query)
      if (!found.ok) return found
      const { lang: language } = query
      const about = 'child' as const
      const bytes = renderAccessRequest({ ...found.value, about, leftOut, language, createdAt: context.now })
      const name = `${language === 'da' ? 'indsigt' : 'access-request'}-${context.today}.zip`
      return { ...found, value: { name, bytes, type: everythingType } }
    }),
    handle(exportEmployee, async ({ params, query }, context) => {
      const { lang: language } = query
      const found = await readEmployee(context, params.person, language)
      if (!found.ok) return found
      const about = 'employee' as const
      const bytes = renderAccessRequest({ ...found.value, about, language, createdAt: context.now })
      const name = `${language === 'da' ? 'indsigt-medarbejder' : 'access-request-employee'}-${context.today}.zip`
      return { ...found, value: { name, bytes, type: everythingType } }
    }),
  ]
}
