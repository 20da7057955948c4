import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

const contract = fileURLToPath(new URL('../src/contract/', import.meta.url))
const client = `${contract}client.ts`

/**
 * The browser calls the routes of `src/contract`; their schemas are the server's, which holds every request and every
 * answer against them. Of a contract module the browser therefore gets its constants, and of each route what a call
 * needs. The types stay whole, for they are read from the sources.
 */
export function contractForBrowser(): Plugin {
  return {
    name: 'tilsyn-contract-for-browser',
    enforce: 'pre',
    async load(id) {
      if (!id.startsWith(contract) || id === client) return null
      // A module's namespace is an object of its exports.
      const exported = (await import(pathToFileURL(id).href)) as Readonly<Record<string, unknown>>
      const lines = Object.entries(exported).map(([name, value]) => {
        const printed = isRoute(value) ? JSON.stringify(callable(value)) : printConstant(value)
        return printed === undefined ? '' : `export const ${name} = ${printed}\n`
      })
      return { code: lines.join(''), moduleType: 'js' }
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.moduleIds.some((id) => id.includes('/node_modules/zod/')))
          continue
        this.error(`${chunk.fileName} brings zod to the browser; only src/contract may import it`)
      }
    },
  }
}

interface CallableRoute {
  readonly method: string
  readonly path: string
  readonly response?: unknown
  readonly keyed?: true
}

function isRoute(value: unknown): value is CallableRoute {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}

/** The answer's kind is told for files only, which are read otherwise than JSON. */
function callable({ method, path, response, keyed }: CallableRoute): CallableRoute {
  return { method, path, ...(isPlain(response) && { response }), ...(keyed === true && { keyed }) }
}

/** Undefined for what is no constant: schemas and functions, whose import then fails the build. */
function printConstant(value: unknown): string | undefined {
  if (value instanceof RegExp) return String(value)
  return isPlain(value) ? JSON.stringify(value) : undefined
}

function isPlain(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every(isPlain)
  )
}
