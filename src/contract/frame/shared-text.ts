import type { LocalText } from '../../core/language/language.ts'
import { holdsCpr } from '../../core/registry/hide-cpr.ts'
import { plainLine, plainText } from './plain-text.ts'

/**
 * Text about a case that others read: another level, the caseworker, a manager. Whoever reads it knows the case by its
 * number, so the child's CPR number has no place in it. `what` names the field, because the sentence may stand far from it.
 */
export function sharedText(what: LocalText) {
  return plainText.refine(holdsNoCpr, cprIn(what))
}

/** The same on one line. */
export function sharedLine(what: LocalText) {
  return plainLine.refine(holdsNoCpr, cprIn(what))
}

function holdsNoCpr(text: string): boolean {
  return !holdsCpr(text)
}

function cprIn(what: LocalText) {
  return {
    params: {
      code: 'holds-cpr',
      text: {
        da: `${what.da} har cifre, der kan være et CPR-nummer, og andre skal læse teksten. Slet cifrene; sagen kendes på sit sagsnummer.`,
        en: `${what.en} has digits that may be a CPR number, and others will read the text. Delete the digits; the case is known by its number.`,
      },
    },
  }
}
