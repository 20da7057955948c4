import type { FastifyRequest } from 'fastify'
import { done, refused, type Refused, type Result } from '../../app/frame/result.ts'
import type { ReceivedFile, Upload } from '../../contract/frame/file-part.ts'

interface Received {
  readonly file: ReceivedFile
  readonly fields: Readonly<Record<string, unknown>>
}

/** Room for the text fields and the separators around the file. */
const overhead = 256 * 1024

/** Takes in the one file of a multipart request and its text fields, and no more bytes than the route allows. */
export async function receiveUpload(request: FastifyRequest, upload: Upload): Promise<Result<Received>> {
  if (Number(request.headers['content-length'] ?? 0) > upload.maxBytes + overhead) return tooLarge(upload)
  const fields: Record<string, unknown> = {}
  let file: ReceivedFile | undefined
  let refusal: Refused | undefined
  const limits = { fileSize: upload.maxBytes, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 22 }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        fields[part.fieldname] = part.value
        continue
      }
      const name = part.filename.toLowerCase()
      if (part.fieldname !== 'file' || !upload.extensions.some((end) => name.endsWith(end))) {
        refusal ??= wrongType(part.fieldname, upload)
        // Read to its end, or the request would never finish.
        part.file.resume()
        continue
      }
      // The name is a label only; what the database cannot store says nothing in it.
      file = { name: part.filename.replaceAll(/\p{Cc}/gu, '').toWellFormed(), bytes: await part.toBuffer() }
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(upload)
    if (code === 'FST_FILES_LIMIT') return refused('too-many-files')
    if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT') return tooLarge(upload)
    // All that is left to fail here is reading the form: it broke off or is not one.
    return refused('broken-upload')
  }
  if (refusal !== undefined) return refusal
  return file === undefined ? refused('file-missing') : done({ file, fields })
}

function tooLarge(upload: Upload): Refused {
  const megabytes = Math.floor(upload.maxBytes / 1_000_000)
  return refused('too-large', [
    {
      code: 'file-limit',
      text: { da: `En fil må højst fylde ${megabytes} MB.`, en: `A file may be at most ${megabytes} MB.` },
    },
  ])
}

function wrongType(field: string, upload: Upload): Refused {
  if (field !== 'file') return refused('file-missing')
  const ends = upload.extensions.join(', ')
  return refused('file-type', [
    {
      code: 'file-ending',
      text: { da: `Filens navn skal ende på ${ends}.`, en: `The file's name must end in ${ends}.` },
    },
  ])
}
