import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isSignedOut } from '../api.ts'
import { Loading } from './Loading.tsx'
import { Problem } from './Problem.tsx'

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/** What a question to the server brought: the data, the wait, or why there is none. Old data stay while new ones come. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data)
  // On the way to the sign-in page a problem would only flicker.
  if (query.isPending || isSignedOut(query.error)) return <Loading />
  return <Problem error={query.error} onRetry={() => void query.refetch()} />
}
