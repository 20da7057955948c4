import { CallRefused } from '../contract/client.ts'
import { stepUpRoutes } from '../contract/access/step-up.ts'

/** Asks the person to prove who they are; false when they would not. */
type Asker = () => Promise<boolean>

let asker: Asker | undefined

/** Set by the shell while it is there. */
export function setAsker(ask: Asker | undefined): void {
  asker = ask
}

function codeOf(error: unknown): string | undefined {
  return error instanceof CallRefused ? error.details.code : undefined
}

/** The right password was given, and a one-time code is wanted, or another one. */
export function asksForCode(error: unknown): boolean {
  return ['code-needed', 'wrong-code'].includes(codeOf(error) ?? '')
}

/** Calls; where the server wants a fresh proof of who it is, asks for it and calls again. */
export async function withFreshProof<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    if (codeOf(error) !== 'step-up-needed' || asker === undefined || !(await asker())) throw error
    return send()
  }
}

const files = stepUpRoutes
  .filter((name) => name.startsWith('GET '))
  .map((name) => new RegExp(`^${name.slice(4).replaceAll('.', '[.]').replaceAll(/:\w+/g, '[^/]+')}$`))

/** Whether a link leads to a file that asks for a fresh proof. */
export function asksForProof(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href)
  return origin === location.origin && files.some((file) => file.test(pathname))
}
