import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { getSession, type Session, type SessionState } from '../contract/access/session.ts'
import type { Action } from '../core/access/permissions.ts'
import { ask } from './api.ts'

export const sessionQuery = { ...ask(getSession, {}), staleTime: 5 * 60_000 }

/** Set by the shell, which shows nothing below itself until the session's state is known. */
export const SessionContext = createContext<SessionState>({ demo: false, language: 'da', session: null })

export function useSessionState(): SessionState {
  return useContext(SessionContext)
}

/** Who is signed in; null when nobody is, which only the sign-in page and the public ones see. */
export function useSession(): Session | null {
  return useSessionState().session
}

/** What a person may do anywhere at all; the server decides each single case. */
export function mayDo(session: Session | null, action: Action): boolean {
  return session?.rights.some((right) => right.action === action) ?? false
}

/** For buttons and links that only some may use. */
export function useMay(): (action: Action) => boolean {
  const session = useSession()
  return (action) => mayDo(session, action)
}

/** All that is known but who is signed in. */
export function isOfPerson({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== getSession.path
}

/** After another person has taken the seat, nothing of the one before may stay in memory. */
export function useForgetPerson(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await client.refetchQueries({ queryKey: [getSession.path] })
    client.removeQueries({ predicate: isOfPerson, type: 'inactive' })
    await client.resetQueries({ predicate: isOfPerson })
  }
}
