import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { CallRefused } from '../../contract/client.ts'
import { isSignedOut } from '../api.ts'
import { NotFoundPage } from '../pages/NotFoundPage.tsx'
import { NotPermittedPage } from '../pages/NotPermittedPage.tsx'
import { useCommonTexts } from '../texts/common.ts'
import { Loading } from './Loading.tsx'
import { PageHeading } from './PageHeading.tsx'
import { Problem } from './Problem.tsx'

interface PageAnswerProps<T> {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}

/**
 * As `Answer`, for the question that a whole page hangs on, its heading included: what does not exist is a page that
 * was not found, what the person's roles do not open says so, and every other failure has a heading of its own.
 */
export function PageAnswer<T>({ query, children }: PageAnswerProps<T>) {
  const { problem } = useCommonTexts()
  if (query.data !== undefined) return children(query.data)
  if (query.isPending || isSignedOut(query.error)) return <Loading />
  if (query.error instanceof CallRefused) {
    if (query.error.details.status === 404) return <NotFoundPage />
    if (query.error.details.code === 'not-permitted') return <NotPermittedPage />
  }
  return (
    <>
      <PageHeading title={problem.pageHeading} />
      <Problem error={query.error} onRetry={() => void query.refetch()} />
    </>
  )
}
