import { expect, test } from 'vitest'
import { z } from 'zod'
import { download, upload } from './file-part.ts'
import { openapiDocument } from './openapi.ts'
import { defineRoute } from './route.ts'

const importFile = defineRoute({
  method: 'POST',
  path: '/api/registry/:source/import',
  permission: 'registry.import',
  summary: 'Import',
  params: z.object({ source: z.uuid() }),
  query: z.object({ dryRun: z.coerce.boolean().default(false) }),
  body: upload({ extensions: ['.csv'], maxBytes: 10, fields: z.object({ unit: z.string() }) }),
  response: download('text/csv'),
  errors: ['unusable-file'],
})

test('a route’s address, parameters, form, answer and refusals are described', () => {
  const document = openapiDocument([importFile])
  expect(document.paths).toMatchObject({
    '/api/registry/{source}/import': {
      post: {
        operationId: 'post_registry_source_import',
        security: [{ session: [] }],
        'x-permission': 'registry.import',
        parameters: [
          { name: 'source', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'dryRun', in: 'query', required: false },
        ],
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { required: ['unit', 'file'], properties: { unit: { type: 'string' }, file: {} } },
            },
          },
        },
        responses: {
          200: { content: { 'text/csv': {} } },
          default: { description: expect.stringContaining('unusable-file') },
        },
      },
    },
  })
})

test('a path must describe its parameters, and a route must declare a permission', () => {
  const route = { method: 'GET', summary: '', response: z.string(), errors: [] } as const
  // @ts-expect-error the parameter is not described
  defineRoute({ ...route, path: '/api/rounds/:round', permission: 'round.read' })
  // @ts-expect-error there is no permission
  expect(() => defineRoute({ ...route, path: '/api/rounds' })).toThrow('declares no permission')
  // @ts-expect-error there is no such permission
  expect(() => defineRoute({ ...route, path: '/api/rounds', permission: 'round.burn' })).toThrow(
    'declares no',
  )
})
