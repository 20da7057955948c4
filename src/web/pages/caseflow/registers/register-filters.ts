import { registers, type Register } from '../../../../core/caseflow/registers/register.ts'
import { useFilters } from '../../../ui/filters.ts'
import { isId } from '../../finding/is-id.ts'

const keys = ['register', 'unit', 'ended'] as const

/** What the address says: which register, and what of it; what is no such value is passed over. */
export function useRegisterFilters() {
  const [filters, setFilters] = useFilters(keys)
  const register: Register = registers.find((one) => one === filters.register) ?? 'safety-plan'
  const query = {
    ...(filters.unit !== undefined && isId(filters.unit) && { unit: filters.unit }),
    ...(filters.ended === 'yes' && { ended: 'yes' as const }),
  }
  return { register, query, filters, setFilters }
}
