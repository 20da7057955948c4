/** Whether a report has an answer: of a time before the first events it would be noughts. ISO days. */
export function isTold({
  any,
  isDefined,
  to,
  knownFrom,
}: {
  readonly any: boolean
  readonly isDefined: boolean
  readonly to: string
  readonly knownFrom: string | null
}): boolean {
  return any && isDefined && (knownFrom === null || to >= knownFrom)
}
