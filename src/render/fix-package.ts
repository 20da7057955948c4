import { unzipSync, zipSync, type Zippable } from 'fflate'

/** Zip archives cannot tell of days before this one. */
const earliest = Date.UTC(1980, 0, 2)

/** Changes of an archive's XML files, by their name. */
export type PartChanges = Readonly<Record<string, (xml: string) => string>>

/**
 * An Office file whose bytes depend on its content and on `createdAt` only: the writers stamp the clock into the
 * archive and the document's properties, and reports must come out the same twice.
 */
export function fixPackage(bytes: Uint8Array, createdAt: Date, changes: PartChanges = {}): Uint8Array {
  const files = unzipSync(bytes)
  const mtime = new Date(Math.max(earliest, createdAt.getTime()))
  const stamp = createdAt.toISOString().replace(/\.\d+Z$/, 'Z')
  const all: PartChanges = {
    ...changes,
    'docProps/core.xml': (xml) =>
      xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, `$1${stamp}$2`),
  }
  const fixed: Zippable = {}
  for (const name of Object.keys(files).toSorted()) {
    const content = files[name]
    if (content === undefined || name.endsWith('/')) continue
    const change = all[name]
    fixed[name] = [change === undefined ? content : changeXml(content, change), { mtime }]
  }
  return zipSync(fixed)
}

function changeXml(content: Uint8Array, change: (xml: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(content)))
}
