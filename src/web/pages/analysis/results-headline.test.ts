import { expect, it } from 'vitest'
import { resultsHeadline } from './results-headline.ts'

it('the headline says first that more than a tenth of the cases is missing, and only then', () => {
  const headline = (...prominent: readonly boolean[]) =>
    resultsHeadline(
      'Conclusion.',
      { muchMissing: 'Much is missing.' },
      prominent.map((one) => ({ prominent: one })),
    )
  expect(headline(false, true)).toBe('Much is missing. Conclusion.')
  expect(headline(false)).toBe('Conclusion.')
  expect(headline()).toBe('Conclusion.')
})
