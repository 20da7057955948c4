import * as use from '../../app/programme/read-programmes.ts'
import { getProgramme, listProgrammes } from '../../contract/programme/programme.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export const programmeRoutes: readonly HandledRoute[] = [
  handle(listProgrammes, (_input, context) => use.listProgrammes(context)),
  handle(getProgramme, ({ params }, context) => use.getProgramme(context, params.programme)),
]
