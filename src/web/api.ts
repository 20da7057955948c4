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
import { useEffect, useRef } from 'react'
import type { Route } from '../contract/frame/route.ts'
import { isAttended } from './attended.ts'
import { withFreshProof } from './fresh-proof.ts'

/** Query options for a GET route: the key is its path with the input, so that equal questions share one answer. */
export function ask<R extends Route>(route: R, input: CallInput<R>) {
  return queryOptions({
    queryKey: [route.path, input],
    queryFn: ({ signal }) => call(route, input, { signal, unattended: !isAttended() }),
  })
}

interface KeyedInput {
  readonly text: string
  readonly key: string
}

/** Pauses before sending a keyed request again that got no answer, in ms. */
const pauses = [500, 2000, 4000]

/**
 * Sends a request that may have been carried out without its answer reaching us: again, under the same key, also when
 * the person presses the button once more. Not without a network, where waiting only hides that nothing was sent, and
 * not once the person has left what they asked from: whoever has cancelled must not find it done later.
 */
async function callOnce<R extends Route>(
  route: R,
  input: CallInput<R>,
  last: { current: KeyedInput | undefined },
  left: { readonly current: boolean },
): Promise<CallOutput<R>> {
  const text = JSON.stringify(input)
  const key = last.current?.text === text ? last.current.key : crypto.randomUUID()
  last.current = { text, key }
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await call(route, input, { key })
      last.current = undefined
      return answer
    } catch (error) {
      const pause = pauses[attempt]
      const again = pause !== undefined && error instanceof Error && mayPass(error) && navigator.onLine
      if (!again || left.current) {
        // What was refused was not carried out; asked again it is another request.
        if (error instanceof CallRefused && !mayPass(error)) last.current = undefined
        throw error
      }
      await new Promise((resolve) => window.setTimeout(resolve, pause))
      if (left.current) throw error
    }
  }
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
  const last = useRef<KeyedInput>(undefined)
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  const mutation = useMutation<CallOutput<R>, Error, CallInput<R>>({
    mutationFn: (input) =>
      withFreshProof(() => (route.keyed === true ? callOnce(route, input, last, left) : call(route, input))),
    onSuccess: async () => {
      if (changes === undefined) await client.invalidateQueries()
      else await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed.path] })))
    },
  })
  // What follows a success follows it also where the fresh answers have taken away the row or dialog that asked; the
  // library's own `mutate` forgets it then, and the person is never told that it was done.
  const mutate = (input: CallInput<R>, after?: { readonly onSuccess?: (answer: CallOutput<R>) => void }) => {
    mutation.mutateAsync(input).then(after?.onSuccess, () => undefined)
  }
  // The library's type makes the input optional where it may be undefined, which for an open R cannot be known.
  return { ...mutation, mutate: mutate as typeof mutation.mutate }
}

/** No answer or a server that is busy may pass; a refusal (4xx) stays one however often it is asked. */
export function mayPass(error: Error): boolean {
  if (!(error instanceof CallRefused)) return true
  return error.details.status >= 500 || error.details.code === 'too-many-requests'
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
        // Without a network a call fails and says so; held back, it would look like a page that never comes, or be sent
        // hours later, when the person has long given it up.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 2 && mayPass(error),
      },
      // A write is repeated by the person, who can see whether it was done; the review form has its own queue.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
