import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { LightMyRequestResponse } from 'fastify'
import type { Document, Operation } from './document.ts'
import type { Schema } from './value-of-schema.ts'

/** Tells what is wrong with an answer, held against the OpenAPI document alone; '' when nothing is. */
export type Judge = (operation: Operation, answer: LightMyRequestResponse) => string

const inside = /\.[cm]?[jt]s:\d+|node_modules|node:internal|"stack"|\bat (?:async )?[\w.]+ \(/

export function createJudge(document: Document): Judge {
  // Zod writes a pattern beside each format.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false })
  const compiled = new Map<Schema, ValidateFunction>()
  const wrongIn = (schema: Schema, value: unknown): string => {
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    if (validate(value)) return ''
    const [error] = validate.errors ?? []
    return `does not fit its schema at ${error?.instancePath}: ${error?.message}`
  }
  const problem = document.components.schemas.Problem
  return ({ responses }, answer) => {
    const { statusCode, body } = answer
    if (statusCode >= 500) return `status ${statusCode}`
    const type = answer.headers['content-type'] ?? ''
    if (statusCode >= 400) {
      if (inside.test(body)) return 'tells of the inside of the program'
      if (type !== 'application/problem+json; charset=utf-8') return `a refusal as ${type}`
      return (
        wrongIn(problem, answer.json()) ||
        (answer.json<{ status: number }>().status === statusCode ? '' : 'says another status')
      )
    }
    const described = responses[statusCode]
    if (described === undefined) return `status ${statusCode} is not described`
    const content = Object.entries(described.content ?? {})
    if (content.length === 0) return body === '' ? '' : 'content where none is described'
    const [, chosen] = content.find(([name]) => type.startsWith(name)) ?? []
    if (chosen === undefined) return `content of type ${type} is not described`
    return chosen.schema === undefined ? '' : wrongIn(chosen.schema, answer.json())
  }
}
