import type { z } from 'zod'

/** A request that carries exactly one file, as multipart/form-data: the part `file`, and text fields beside it. */
export interface Upload<F extends z.ZodObject = z.ZodObject> {
  readonly kind: 'upload'
  /** Accepted ends of the file's name, lower case with their dot. The content is the reader's to judge. */
  readonly extensions: readonly `.${string}`[]
  readonly maxBytes: number
  readonly fields: F
}

/** An answer that is a file. */
export interface Download {
  readonly kind: 'download'
  readonly types: readonly string[]
}

export function upload<const F extends z.ZodObject>(parts: Omit<Upload<F>, 'kind'>): Upload<F> {
  return { kind: 'upload', ...parts }
}

export function download(...types: readonly [string, ...string[]]): Download {
  return { kind: 'download', types }
}

/** A file as the server received it: in memory, at most the route's `maxBytes`. */
export interface ReceivedFile {
  readonly name: string
  readonly bytes: Uint8Array
}
