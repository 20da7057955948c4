import { z } from 'zod'
import type { Upload } from './file-part.ts'
import { problemDetails } from './problem-details.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of a list of routes. Schemas are JSON Schema 2020-12, as 3.1 wants them. */
export function openapiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tilsyn',
      version: '1',
      description:
        'Audit of case files. Calls that change something must send an Origin header of this server.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemDetails, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-tilsyn' } },
    },
  }
}

function operation(route: Route): Json {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.keyed === true ? [idempotencyKey] : []),
  ]
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    security: route.permission === 'public' ? [] : [{ session: [] }],
    'x-permission': route.permission,
    ...(parameters.length > 0 && { parameters }),
    ...(route.body !== undefined && { requestBody: { required: true, content: bodyOf(route.body) } }),
    responses: {
      ...successOf(route),
      default: {
        description: ['Problem details (RFC 9457).', ...codesOf(route)].join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Of the client’s making. The same request sent again with it within a day is answered again, and done once.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
}

function codesOf({ errors }: Route): string[] {
  return errors.length === 0 ? [] : [`Codes of its own: ${errors.join(', ')}.`]
}

/** `GET /api/rounds/:round/report` becomes `get_rounds_round_report`. */
function operationId({ method, path }: Route): string {
  const words = path.slice('/api/'.length).replaceAll(/\W+/g, '_')
  return `${method.toLowerCase()}_${words}`
}

function parametersOf(described: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (described === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(described, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

function bodyOf(body: z.ZodType | Upload): Json {
  if (body instanceof z.ZodType) return { 'application/json': { schema: schemaOf(body, 'input') } }
  const { properties = {}, required = [] } = z.toJSONSchema(body.fields, { io: 'input' })
  const file = {
    type: 'string',
    contentMediaType: 'application/octet-stream',
    description: `A name ending in ${body.extensions.join(', ')}; at most ${body.maxBytes} bytes.`,
  }
  const schema = { type: 'object', properties: { ...properties, file }, required: [...required, 'file'] }
  return { 'multipart/form-data': { schema } }
}

function successOf({ response }: Route): Json {
  if (!(response instanceof z.ZodType)) {
    const content = Object.fromEntries(response.types.map((type) => [type, {}]))
    return { 200: { description: 'The file', content } }
  }
  if (response instanceof z.ZodVoid) return { 204: { description: 'Done' } }
  return {
    200: {
      description: 'The answer',
      content: { 'application/json': { schema: schemaOf(response, 'output') } },
    },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
