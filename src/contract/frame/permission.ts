import { isAction, type Action } from '../../core/access/permissions.ts'

/** What a route asks of its caller: nothing, a session, or a right from the permission table. */
export type Permission = 'public' | 'signed-in' | Action

export function isPermission(value: unknown): value is Permission {
  return value === 'public' || value === 'signed-in' || (typeof value === 'string' && isAction(value))
}
