import type { z } from 'zod'
import type { Download, Upload } from './frame/file-part.ts'
import type { ProblemDetails } from './frame/problem-details.ts'
import type { Route } from './frame/route.ts'
import { unattendedHeader } from './frame/unattended.ts'

/** The server said no. `details.title` is a sentence for the person, in their language. */
export class CallRefused extends Error {
  readonly details: ProblemDetails
  constructor(details: ProblemDetails) {
    super(details.title)
    this.details = details
  }
}

/** No answer came: the network is gone, or something other than this server answered. */
export class NoAnswer extends Error {}

/** A file that came as an answer. */
export interface ReceivedBlob {
  readonly name: string
  readonly blob: Blob
}

type Given<S, Key extends string> = S extends z.ZodType
  ? Partial<z.input<S>> extends z.input<S>
    ? { readonly [K in Key]?: z.input<S> }
    : { readonly [K in Key]: z.input<S> }
  : { readonly [K in Key]?: never }

/** What a caller gives: `params`, `query`, `body` as far as the route has them, and `file` for an upload. */
export type CallInput<R extends Route> = Given<R['params'], 'params'> &
  Given<R['query'], 'query'> &
  (R['body'] extends Upload<infer F>
    ? { readonly file: File } & Given<F, 'body'>
    : R['body'] extends z.ZodType
      ? { readonly body: z.input<R['body']> }
      : { readonly body?: never })

export type CallOutput<R extends Route> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : ReceivedBlob

export interface CallOptions {
  readonly signal?: AbortSignal
  /** Names the request to a keyed route, so that sending it again does nothing twice. */
  readonly key?: string
  /** Nobody is at the page: the request must not lengthen the session. */
  readonly unattended?: boolean
  /** Where the server is, for callers outside a browser page. */
  readonly origin?: string
  readonly fetch?: typeof fetch
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  readonly file?: File | undefined
}

/**
 * Calls a route. Resolves to its answer; throws `CallRefused` or `NoAnswer`. The answer is not checked again: the server
 * sends nothing that does not fit the route's schema, and the browser's copy of the routes carries none
 * (`build/contract-for-browser.ts`).
 */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<CallOutput<R>> {
  // The typed shape is made of the same three parts; here only their presence matters.
  const loose: LooseInput = input
  const response = await send(route, loose, options)
  if (!response.ok) throw await refusalOf(response)
  if (isDownload(route.response)) {
    const received: ReceivedBlob = { name: nameOf(response), blob: await response.blob() }
    // The route's answer is a file, so CallOutput<R> is ReceivedBlob; the compiler cannot follow the condition.
    return received as CallOutput<R>
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json()
  // The server has checked it by the schema that CallOutput<R> is computed from.
  return answer as CallOutput<R>
}

/** The address of a route with its parameters filled in, for links that the browser follows itself (downloads). */
export function addressOf<R extends Route>(route: R, input: Pick<CallInput<R>, 'params' | 'query'>): string {
  const { params, query }: LooseInput = input
  return buildAddress(route.path, params ?? {}, query ?? {})
}

function isDownload(response: unknown): response is Download {
  return (
    typeof response === 'object' && response !== null && 'kind' in response && response.kind === 'download'
  )
}

async function send(route: Route, input: LooseInput, options: CallOptions): Promise<Response> {
  const address = (options.origin ?? '') + buildAddress(route.path, input.params ?? {}, input.query ?? {})
  const init: RequestInit = { method: route.method, credentials: 'same-origin' }
  if (options.signal !== undefined) init.signal = options.signal
  const headers: Record<string, string> = {}
  if (options.key !== undefined) headers['idempotency-key'] = options.key
  if (options.unattended === true) headers[unattendedHeader] = '1'
  if (input.file !== undefined) init.body = formOf(input.file, input.body)
  else if (input.body !== undefined) {
    init.body = JSON.stringify(input.body)
    headers['content-type'] = 'application/json'
  }
  init.headers = headers
  try {
    return await (options.fetch ?? fetch)(address, init)
  } catch (error) {
    if (options.signal?.aborted === true) throw error
    throw new NoAnswer('no answer', { cause: error })
  }
}

function formOf(file: File, fields: unknown): FormData {
  const form = new FormData()
  // Fields first: the server may judge them before it reads a large file.
  for (const [name, value] of Object.entries(fields ?? {}))
    if (value !== undefined) form.set(name, String(value))
  form.set('file', file, file.name)
  return form
}

function buildAddress(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(key, String(one))
  }
  return search.size === 0 ? filled : `${filled}?${search.toString()}`
}

async function refusalOf(response: Response): Promise<Error> {
  try {
    const details: unknown = await response.json()
    if (isProblem(details)) return new CallRefused(details)
    return new NoAnswer(`unexpected answer (${response.status})`)
  } catch (error) {
    return new NoAnswer(`unexpected answer (${response.status})`, { cause: error })
  }
}

/** Tells this server's refusals from what a proxy before it may send. */
function isProblem(details: unknown): details is ProblemDetails {
  if (typeof details !== 'object' || details === null) return false
  const { title, status, code, requestId } = details as Readonly<Record<string, unknown>> // its fields are unknown
  return [title, code, requestId].every((text) => typeof text === 'string') && typeof status === 'number'
}

/** The name in Content-Disposition; RFC 6266's `filename*` first, for names with Danish letters. */
function nameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="([^"]*)"/i.exec(header)?.[1] ?? 'download'
}
