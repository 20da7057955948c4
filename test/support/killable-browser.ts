import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, type Page } from 'playwright-core'
import { flags, getChromium } from './browser.ts'

/** A browser on a profile that stays, whose process can be killed as a crash or the power would. */
export class KillableBrowser {
  readonly #child: ChildProcess
  readonly page: Page
  private constructor(child: ChildProcess, page: Page) {
    this.#child = child
    this.page = page
  }

  static async start(profile: string): Promise<KillableBrowser> {
    const own = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
    const child = spawn(getChromium(), [...flags, ...own], { stdio: ['ignore', 'ignore', 'pipe'] })
    try {
      const address = await debuggingAddress(child)
      const browser = await chromium.connectOverCDP(address)
      const [context] = browser.contexts()
      if (context === undefined) throw new Error('the browser has no context')
      return new KillableBrowser(child, await context.newPage())
    } catch (error) {
      child.kill('SIGKILL')
      throw error
    }
  }

  /** No chance to save or to say goodbye. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('the browser has no output')
  const lines = createInterface({ input: child.stderr })
  for await (const line of lines) {
    const found = /^DevTools listening on (ws:.+)$/.exec(line)?.[1]
    if (found !== undefined) return found
  }
  throw new Error('the browser ended before it could be used')
}
