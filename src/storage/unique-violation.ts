import { connectionCode } from './pool.ts'

/**
 * Whether a write failed because its key was taken in the meantime: of two persons who create the same thing at the same
 * time, the second learns it only then. Any constraint but the named one is a bug and stays an error.
 */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    connectionCode(error) === '23505' &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === constraint
  )
}
