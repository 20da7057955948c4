import { expect, it } from 'vitest'
import { answerStatsLine } from './answer-stats-line.ts'

it('answers a line under its own id at full precision', () => {
  const answer = answerStatsLine('{"id":"a","fn":"qnorm","input":{"p":0.975}}', 1, 'en')
  expect(answer).toEqual({ id: 'a', result: expect.closeTo(1.959963984540054, 14) })
  expect(JSON.stringify(answer)).toContain('1.9599639845400')
})

it.each([
  ['{"id":1,', null, 'bad-json'],
  ['[1]', null, 'bad-json'],
  ['null', null, 'bad-json'],
  ['{"id":[1],"fn":"qnorm","input":{"p":0.5}}', null, 'wrong-type'],
  ['{"id":2,"fn":"nope","input":{}}', 2, 'unknown-function'],
  ['{"id":3,"fn":"toString","input":{}}', 3, 'unknown-function'],
  ['{"id":4,"fn":7,"input":{}}', 4, 'unknown-function'],
  ['{"id":5,"input":{}}', 5, 'missing-field'],
  ['{"id":6,"fn":"qnorm"}', 6, 'missing-field'],
  ['{"id":7,"fn":"qnorm","input":{}}', 7, 'missing-field'],
  ['{"id":9,"fn":"wilson","input":{"x":13,"n":18},"conf":0.5}', 9, 'unknown-field'],
  ['{"id":8,"fn":"wilson","input":{"x":1e999,"n":3}}', 8, 'not-a-count'],
])('answers %s with an error that names the line', (text, id, code) => {
  expect(answerStatsLine(text, 42, 'en')).toEqual({ id, error: { code, text: expect.any(String), line: 42 } })
})

it('says in the reader’s language which field is wrong', () => {
  const line = '{"id":1,"fn":"svyDomainProp","input":{"rows":[{"h":1,"w":"2","y":null}],"strata":[]}}'
  const text = {
    da: 'input.rows[0].w skal være et tal, men er en tekst.',
    en: 'input.rows[0].w must be a number, but is a text.',
  }
  expect(answerStatsLine(line, 1, 'da')).toMatchObject({ error: { text: text.da } })
  expect(answerStatsLine(line, 1, 'en')).toMatchObject({ error: { text: text.en } })
})

it('passes over what published vectors say besides, and over nothing else', () => {
  const line = (more: object) =>
    answerStatsLine(JSON.stringify({ id: 1, fn: 'qnorm', input: { p: 0.5 }, ...more }), 1, 'en')
  expect(line({ expected: 7, R: 'qnorm(.5)', pkg: 'stats', note: null })).toEqual({ id: 1, result: 0 })
  expect(line({ Note: '' })).toMatchObject({
    error: { code: 'unknown-field', text: expect.stringContaining('Field Note is not known outside input') },
  })
})
