/** Characters that a case id can be part of a longer word with. */
const wordSign = /[\p{L}\p{N}_-]/u

/**
 * A text that people wrote, without the case ids in it: `Sag BV-17 er erstattet` becomes `Sag [sagsnr.] er erstattet`.
 * Only whole words are taken out, so that case 17 does not eat the 17 of 2017.
 */
export function withoutCaseIds(text: string, caseIds: ReadonlySet<string>, instead: string): string {
  // The longest first: an id may begin with another.
  const found = [...caseIds].filter((id) => text.includes(id)).toSorted((a, b) => b.length - a.length)
  return found.reduce((left, id) => replaceWhole(left, id, instead), text)
}

function replaceWhole(text: string, id: string, instead: string): string {
  const parts = text.split(id)
  return parts.slice(1).reduce((before, after) => {
    const inside = wordSign.test(before.at(-1) ?? '') || wordSign.test(after.at(0) ?? '')
    return before + (inside ? id : instead) + after
  }, parts[0] ?? '')
}
