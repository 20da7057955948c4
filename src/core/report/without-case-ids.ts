import { literally } from '../language/literally.ts'

/** What a case id can be part of a longer word with. */
const wordSign = '[\\p{L}\\p{N}_-]'

/**
 * A text that people wrote, without the case ids in it: `Sag BV-17 er erstattet` becomes `Sag [sagsnr.] er erstattet`.
 * Only whole words are taken out, so that case 17 does not eat the 17 of 2017. Capital letters make no difference.
 */
export function withoutCaseIds(text: string, caseIds: ReadonlySet<string>, instead: string): string {
  if (caseIds.size === 0) return text
  // The longest first: an id may begin with another.
  const ids = [...caseIds].toSorted((a, b) => b.length - a.length).map(pattern)
  return text.replaceAll(new RegExp(`(?<!${wordSign})(?:${ids.join('|')})`, 'giu'), () => instead)
}

function pattern(id: string): string {
  // "BV-017s" and "BV-017-sagen" name the case too; only "17-årig" and the like are left alone.
  const end = id.length >= 5 && /\p{N}$/u.test(id) ? '[\\p{N}_]|-\\p{N}' : wordSign
  return `${literally(id)}(?!${end})`
}
