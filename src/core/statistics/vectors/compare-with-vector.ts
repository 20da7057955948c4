/** Where an answer differs from what a vector expects: the place and what is wrong there. */
export interface Difference {
  readonly at: string
  readonly problem: string
}

/**
 * Compares an answer with a vector's expected value of numbers, lists and objects, number by number at a relative
 * tolerance (absolute where 0 is expected). A NaN, a missing or additional field and another shape are differences.
 */
export function compareWithVector(
  answer: unknown,
  expected: unknown,
  tolerance: number,
  at = 'result',
): Difference[] {
  if (typeof expected === 'number') {
    if (typeof answer !== 'number') return [{ at, problem: `a number was expected, not ${typeof answer}` }]
    const allowed = expected === 0 ? tolerance : tolerance * Math.abs(expected)
    // Written so that NaN does not pass.
    if (Math.abs(answer - expected) <= allowed) return []
    return [{ at, problem: `${answer} instead of ${expected}` }]
  }
  if (typeof expected !== 'object' || expected === null) {
    return [
      { at, problem: `the vector expects ${String(expected)}, which is neither number, list nor object` },
    ]
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer) !== Array.isArray(expected)) {
    return [{ at, problem: 'another shape was expected' }]
  }
  const given = new Map(Object.entries(answer))
  const wanted = new Map(Object.entries(expected))
  const additional = [...given.keys()].filter((name) => !wanted.has(name))
  return [
    ...additional.map((name) => ({ at: `${at}.${name}`, problem: 'was not expected' })),
    ...[...wanted].flatMap(([name, value]) =>
      given.has(name)
        ? compareWithVector(given.get(name), value, tolerance, `${at}.${name}`)
        : [{ at: `${at}.${name}`, problem: 'is missing' }],
    ),
  ]
}
