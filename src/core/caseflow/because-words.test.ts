import { expect, test } from 'vitest'
import { becauseWords } from './because-words.ts'

const kinds = [
  { key: 'plan-made', name: { da: 'Plan foreligger', en: 'Plan made' }, aliases: [], needsTime: false },
]

test.each([
  ['plan-made', 'mangler: Plan foreligger', 'missing: Plan made'],
  ['time:plan-made', 'klokkeslættet mangler: Plan foreligger', 'time of day missing: Plan made'],
  ['present:plan-made', 'forelå i forvejen: Plan foreligger', 'there before: Plan made'],
  ['says:consent', 'reglen gælder ikke for det, der står i "consent"', 'the rule does not ask where "consent" says this'],
  ['stopped', 'fristen faldt bort, før den blev holdt', 'the deadline fell away before it was kept'],
])('%s is told in words', (because, da, en) => {
  expect(becauseWords(because, kinds)).toEqual({ da, en })
}) // prettier-ignore
