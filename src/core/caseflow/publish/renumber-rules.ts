import type { DeadlineRules } from '../deadline-rules.ts'
import { parseDeadlineRules } from '../parse-deadline-rules.ts'

/** The text of rules as another version, else to the letter; undefined where its version stands in no line of its own. */
export function renumberRules(
  text: string,
  version: number,
): { readonly rules: DeadlineRules; readonly text: string } | undefined {
  const renumbered = text.replace(/^(["']?version["']?\s*:\s*)\d+/mu, `$1${version}`)
  const checked = parseDeadlineRules(renumbered, 'rules.yaml')
  return checked.ok && checked.value.version === version
    ? { rules: checked.value, text: renumbered }
    : undefined
}
