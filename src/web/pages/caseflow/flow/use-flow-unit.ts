import { useSession } from '../../../session.ts'
import { useFilters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

/** In the address: the whole municipality, where a unit would stand by itself. */
const wholeMunicipality = 'all'

/**
 * Whose report the address asks for. Who answers for one unit alone meets its figures first; all others meet the whole
 * municipality's.
 */
export function useFlowUnit() {
  const [{ unit: given }, setFilters] = useFilters(['unit'])
  const right = useSession()?.rights.find(({ action }) => action === 'caseflow.report')
  const [only, ...others] = right?.units ?? []
  const usual = right?.municipality === true || others.length > 0 ? undefined : only
  const isGiven = given !== undefined && isId(given)
  const unit = given === wholeMunicipality ? undefined : isGiven ? given : usual
  return {
    /** The unit asked for; undefined: the whole municipality. */
    unit,
    /** What the address of another page of the report must say to stay with it. */
    kept: given === wholeMunicipality || isGiven ? given : undefined,
    choose: (chosen: string | undefined) => setFilters({ unit: chosen ?? (usual && wholeMunicipality) }),
  }
}
