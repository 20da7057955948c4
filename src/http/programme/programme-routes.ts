import * as included from '../../app/programme/included-programmes.ts'
import { checkProgramme, publishProgramme } from '../../app/programme/publish-programme.ts'
import * as use from '../../app/programme/read-programmes.ts'
import { getProgramme, listProgrammes } from '../../contract/programme/programme.ts'
import * as publish from '../../contract/programme/publish.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function programmeRoutes(files: included.IncludedProgrammes): readonly HandledRoute[] {
  return [
    handle(listProgrammes, (_input, context) => use.listProgrammes(context)),
    handle(getProgramme, ({ params }, context) => use.getProgramme(context, params.programme)),
    handle(publish.checkProgramme, ({ file }, context) => checkProgramme(context, file)),
    handle(publish.publishProgramme, ({ file }, context) => publishProgramme(context, file)),
    handle(publish.listIncludedProgrammes, (_input, context) => included.listIncluded(context, files)),
    handle(publish.publishIncludedProgramme, ({ params }, context) =>
      included.publishIncluded(context, files, params.programme),
    ),
  ]
}
