import type { CaseStage } from '../registry/case-stage.ts'
import { caseAttribute } from './case-attribute.ts'
import type { StratumPart } from './stratum-parts.ts'

/** The one stratum of a selection that names none. No other label is without `=`. */
export const wholeFrame = 'all'

/**
 * `unit=Enhed Nord; stage=underretning`: the stratifying properties in the programme's order. Backslash, `;` and `=`
 * in a name or value get a backslash before them and control characters are written `\u0009`, so that different
 * strata never share a label.
 */
export function stratumLabel(caseStage: CaseStage, names: readonly string[]): string {
  if (names.length === 0) return wholeFrame
  return labelOfParts(names.map((name) => ({ name, value: caseAttribute(caseStage, name) ?? '' })))
}

export function labelOfParts(parts: readonly StratumPart[]): string {
  return parts.map(({ name, value }) => `${escape(name)}=${escape(value)}`).join('; ')
}

// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const special = /[\\;=\u0000-\u001f\u007f]/gu

function escape(text: string): string {
  return text.replace(special, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x20 || code === 0x7f ? `\\u${code.toString(16).padStart(4, '0')}` : `\\${character}`
  })
}
