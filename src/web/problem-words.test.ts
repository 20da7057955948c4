import { expect, test } from 'vitest'
import { CallRefused, NoAnswer } from '../contract/client.ts'
import { isSignedOut, mayPass } from './api.ts'
import { fieldProblems, wordsOf } from './problem-words.ts'
import { common } from './texts/da/common.ts'

const refused = (status: number, code: string, more: object = {}) =>
  new CallRefused({
    type: `about:${code}`,
    title: 'Filen kan ikke bruges.',
    status,
    code,
    requestId: 'q7',
    ...more,
  })

test('problems in a file are told with file, line and column', () => {
  const words = wordsOf(
    refused(422, 'unusable-file', {
      problems: [
        {
          code: 'no-such-date',
          text: 'Datoen findes ikke.',
          file: 'sager.csv',
          line: 12,
          column: 'afsluttet',
        },
        { code: 'empty', text: 'Filen er tom.' },
      ],
    }),
    common.problem,
  )
  expect(words.items).toEqual([
    'sager.csv, linje 12, kolonnen afsluttet: Datoen findes ikke.',
    'Filen er tom.',
  ])
  expect(words.heading).toBe('Der er noget, der skal rettes')
  expect(words.reference).toBeNull()
})

test('a failure of the server gives the reference that leads to its log entry', () => {
  expect(wordsOf(refused(500, 'internal-error'), common.problem).reference).toContain('q7')
})

test('no answer is told as a lost connection, without inventing a reason', () => {
  expect(wordsOf(new NoAnswer('no answer'), common.problem)).toEqual({
    heading: 'Det lykkedes ikke',
    message: common.problem.noAnswer,
    items: [],
    reference: null,
  })
})

test('field problems of a form are found by the path of their field', () => {
  const error = refused(400, 'invalid-input', {
    errors: [{ in: 'body', path: 'round.from', code: 'invalid', text: 'Skriv en dato.' }],
  })
  expect(fieldProblems(error).get('round.from')).toBe('Skriv en dato.')
  expect(fieldProblems(new Error('x')).size).toBe(0)
})

test('a refusal is never asked again, a missing or failing server is', () => {
  for (const status of [400, 401, 403, 404, 409, 422, 429])
    expect(mayPass(refused(status, 'not-found'))).toBe(false)
  expect(mayPass(refused(503, 'too-busy'))).toBe(true)
  expect(mayPass(refused(429, 'too-many-requests'))).toBe(true)
  expect(mayPass(refused(429, 'too-many-attempts'))).toBe(false)
  expect(mayPass(new NoAnswer('no answer'))).toBe(true)
})

test('only an ended or missing session leads to the sign-in page, not a missing permission', () => {
  expect(isSignedOut(refused(401, 'session-expired'))).toBe(true)
  expect(isSignedOut(refused(401, 'not-signed-in'))).toBe(true)
  expect(isSignedOut(refused(403, 'not-permitted'))).toBe(false)
  expect(isSignedOut(refused(401, 'wrong-credentials'))).toBe(false)
})
