import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

test.each([
  ['', 'empty-file', undefined, undefined, 'Filen er tom.'],
  [' \n', 'empty-file', undefined, undefined, 'Filen er tom.'],
  ['{\n "a":', 'not-json', 2, 6, 'klippet over'],
  ['{"a":"x', 'not-json', 1, 8, 'aldrig lukket'],
  ['{"a":1,}', 'not-json', 1, 8, 'feltnavn i dobbelte anførselstegn'],
  ['[1 2]', 'not-json', 1, 4, 'mangler et komma'],
  ['{"a" 1}', 'not-json', 1, 6, 'mangler et kolon'],
  ['{"a":"x\ny"}', 'not-json', 1, 8, 'linjeskift'],
  ['{}\nx', 'not-json', 2, 1, 'efter at JSON-teksten er slut'],
  ['[1,\n  abc, 2]', 'not-json', 2, 3, 'ikke JSON fra dette sted'],
  ['case_id,stage\n', 'not-json', 1, 1, 'ikke JSON fra dette sted'],
])('of %j the place and the reason are told', (text, code, line, character, reason) => {
  const checked = parseJson(text, 'x.json')
  if (checked.ok) throw new Error('read')
  const [problem] = checked.problems
  expect(problem).toMatchObject({ code, at: { file: 'x.json' } })
  expect([problem?.at?.line, problem?.at?.character]).toEqual([line, character])
  expect(problem?.text.da).toContain(reason)
  expect(`${problem?.text.da} ${problem?.text.en}`).not.toMatch(/Unexpected|Expected|position/u)
})

test('a byte order mark before the JSON is no mistake', () => {
  expect(parseJson('\ufeff[1]', 'x.json')).toEqual({ ok: true, value: [1] })
})
