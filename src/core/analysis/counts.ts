/** What a share or an estimate was made of: compliant among applicable answers, unweighted, and those not applicable. */
export interface Counts {
  readonly numerator: number
  readonly denominator: number
  readonly notApplicable: number
}

/** Everything answered was "not applicable": there is no share, and not because too few were asked. */
export function isNowhereApplicable({
  denominator,
  notApplicable,
}: Pick<Counts, 'denominator' | 'notApplicable'>): boolean {
  return denominator === 0 && notApplicable > 0
}
