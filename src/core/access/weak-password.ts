export type PasswordWeakness = 'common-password' | 'own-words-password'

/** Shorter words stand by chance in many a good password. */
const shortestWord = 4
/** What must be left without one's own words: so much that guessing them does not give the password. */
const leastBesides = 8

/**
 * Why a password is guessed first, if it is (ASVS 5.0, 6.2.4 and 6.2.11): it is among the `common` ones (in lower case), or
 * little more than words that belong to the person or the place, such as names. Capitals do not count.
 */
export function weaknessOf(
  password: string,
  common: ReadonlySet<string>,
  own: readonly string[],
): PasswordWeakness | undefined {
  const typed = password.normalize('NFKC').toLowerCase()
  if (common.has(typed)) return 'common-password'
  const words = own
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= shortestWord)
    .toSorted((a, b) => b.length - a.length)
  let rest = typed
  for (const word of words) rest = rest.replaceAll(word, ' ')
  if (rest === typed) return undefined
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < leastBesides ? 'own-words-password' : undefined
}
