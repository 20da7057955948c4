import { z } from 'zod'
import type { Download, ReceivedFile, Upload } from './file-part.ts'
import type { ObjectName } from '../../core/access/objects.ts'
import { isPermission, type Permission } from './permission.ts'
import type { RefusalCode } from './refusal-code.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One route, described once: the server validates with it, the web client is typed by it, the OpenAPI document is made
 * from it. `src/http/frame/README.md` says how to add one.
 */
export interface Route {
  readonly method: Method
  /** Parameters as `:name`, each described in `params`. */
  readonly path: `/api/${string}`
  readonly permission: Permission
  /** What the address is about, where that is not the last object it names. */
  readonly about?: ObjectName
  /** How far the right must reach at the least: for a file of everything, the municipality. */
  readonly least?: 'unit' | 'municipality'
  /** One English line for the OpenAPI document. */
  readonly summary: string
  readonly params?: z.ZodObject
  /** Values arrive as strings: use `z.coerce` for numbers. */
  readonly query?: z.ZodObject
  readonly body?: z.ZodType | Upload
  /** Fields the schema does not name never leave the server. */
  readonly response: z.ZodType | Download
  /** May be sent with an `Idempotency-Key`: sent again with it, it answers again and does nothing more. */
  readonly keyed?: true
  /** The refusals of its own; those any request can meet (`not-permitted`, `invalid-input` ...) go without saying. */
  readonly errors: readonly RefusalCode[]
}

type PathKeys<P extends string> = P extends `${string}:${infer Key}/${infer Rest}`
  ? Key | PathKeys<`/${Rest}`>
  : P extends `${string}:${infer Key}`
    ? Key
    : never

/** A path with `:round` must describe `round`, and one without parameters must describe none. */
type WithParams<P extends string> = [PathKeys<P>] extends [never]
  ? { readonly params?: never }
  : { readonly params: z.ZodObject<Record<PathKeys<P>, z.ZodType>> }

/** What stands in an address must have a place in the table of objects, which says who may know that it exists. */
type WithNames<P extends string> = [Exclude<PathKeys<P>, ObjectName>] extends [never]
  ? unknown
  : { readonly path: `the table of objects does not name :${Exclude<PathKeys<P>, ObjectName>}` }

export function defineRoute<const R extends Route>(
  route: R & WithParams<R['path']> & WithNames<R['path']>,
): R {
  if (!isPermission(route.permission)) throw new Error(`${route.method} ${route.path} declares no permission`)
  return route
}

/** An answer without content (204). */
export const nothing = z.void()

type Part<S, Otherwise> = S extends z.ZodType ? z.output<S> : Otherwise

/** What a handler gets after validation. Undescribed parts are undefined. An upload's fields arrive in `body`, its file in `file`. */
export interface RouteInput<R extends Route> {
  readonly params: Part<R['params'], undefined>
  readonly query: Part<R['query'], undefined>
  readonly body: R['body'] extends Upload<infer F> ? z.output<F> : Part<R['body'], undefined>
  readonly file: R['body'] extends Upload ? ReceivedFile : undefined
}

/** A file to send. The name is what the browser offers to save it under. */
export interface FileAnswer {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array | string
  /** A page of its own that the browser shows: its one style and no script, no request, no form. */
  readonly shown?: true
}

/** An answer is only read on its way out, so use cases may return core's readonly values as they are. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T

export type RouteOutput<R extends Route> = R['response'] extends z.ZodType
  ? Immutable<z.input<R['response']>>
  : FileAnswer
