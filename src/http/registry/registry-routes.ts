import { confirmImport as confirm, discardImport as discard } from '../../app/registry/confirm-import.ts'
import { listImports as list } from '../../app/registry/list-imports.ts'
import type { PersonalKey } from '../../app/registry/personal-key.ts'
import { previewImport as preview } from '../../app/registry/preview-import.ts'
import { getPreview as read } from '../../app/registry/read-preview.ts'
import * as contract from '../../contract/registry/imports.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'

export function registryRoutes(personalKey: PersonalKey | undefined): readonly HandledRoute[] {
  return [
    handle(contract.listImports, (_input, context) => list(context)),
    handle(contract.previewImport, ({ file, body }, context) =>
      preview(context, personalKey, { ...file, source: body.source, mapping: body.mapping }),
    ),
    handle(contract.getPreview, ({ params }, context) => read(context, params.preview)),
    handle(contract.confirmImport, ({ params, body }, context) =>
      confirm(context, params.preview, body.withoutRefused),
    ),
    handle(contract.discardImport, ({ params }, context) => discard(context, params.preview)),
  ]
}
