import type { DrawFile } from '../draw/draw-file.ts'
import type { Inclusion } from '../draw/inclusion-probability.ts'

/**
 * Cases that a chain of draws (lowest level first) speaks about: one over the chance of every case in force. By lot that is
 * the same whichever were drawn. Where chances follow the risk it is another number in every draw, so there the strata
 * of the lowest draw tell, less what proved ineligible; strata with a quota of 0 are nobody's.
 */
export function drawnSize(chain: readonly DrawFile[], inclusions: readonly Inclusion[]): number {
  if (!chain.some(({ selection }) => selection.kind === 'risk-weighted'))
    return inclusions.reduce((sum, { overall }) => sum + (overall === null ? 0 : 1 / overall), 0)
  const [lowest] = chain
  if (lowest === undefined) throw new Error('a chain of draws has at least one')
  const eligible = lowest.strata.reduce(
    (sum, stratum) => sum + (stratum.wanted > 0 ? stratum.eligible : 0),
    0,
  )
  const replaced = new Set(
    chain.flatMap(({ cases }) =>
      cases.flatMap(({ caseId, stage, status }) => (status === 'replaced' ? [`${caseId}\t${stage}`] : [])),
    ),
  )
  return eligible - replaced.size
}
