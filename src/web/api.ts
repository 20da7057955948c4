import {
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query'
import { call, CallRefused, type CallInput, type CallOutput } from '../contract/client.ts'
import type { Route } from '../contract/frame/route.ts'

/** Query options for a GET route: the key is its path with the input, so that equal questions share one answer. */
export function ask<R extends Route>(route: R, input: CallInput<R>) {
  return queryOptions({
    queryKey: [route.path, input],
    queryFn: ({ signal }) => call(route, input, { signal }),
  })
}

/**
 * A writing call. When it has succeeded, the answers of the routes in `changes` are asked for again (all of them when
 * it is left out: a page that shows stale numbers is worse than one more request).
 */
export function useSend<R extends Route>(
  route: R,
  changes?: readonly Route[],
): UseMutationResult<CallOutput<R>, Error, CallInput<R>> {
  const client = useQueryClient()
  return useMutation<CallOutput<R>, Error, CallInput<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async () => {
      if (changes === undefined) await client.invalidateQueries()
      else await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed.path] })))
    },
  })
}

/** No answer or a server that is busy may pass; a refusal (4xx) stays one however often it is asked. */
export function mayPass(error: Error): boolean {
  return !(error instanceof CallRefused) || error.details.status >= 500
}

const signedOutCodes: readonly string[] = ['not-signed-in', 'session-expired']

/** Whether the answer means that the person must sign in (again). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof CallRefused && signedOutCodes.includes(error.details.code)
}

/** `onSignedOut` is called when any answer says that the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
      // A write is repeated by the person, who can see whether it was done; the review form has its own queue.
      mutations: { retry: false },
    },
  })
}
