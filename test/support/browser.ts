import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

/** Background traffic and first-run pages would only make tests slower and less equal. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Names under which Chromium or Chrome is installed. */
const commonNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** Git-ignored; CI may keep it. */
const screenshotFolder = fileURLToPath(new URL('../../test-results/screenshots/', import.meta.url))

export interface OpenPage {
  /** 1440 × 900 unless told; 390 × 844 is a phone, 320 × 256 is 1280 × 1024 at 400 %. */
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly origin: string
}

/** A browser with an empty profile; `withPage` gives each test a page of its own, with no cookies of another. */
export class TestBrowser {
  readonly #browser: Browser
  private constructor(browser: Browser) {
    this.#browser = browser
  }

  static async launch(): Promise<TestBrowser> {
    return new TestBrowser(await chromium.launch({ executablePath: getChromium(), args: flags }))
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }

  /** Fails when the page threw, or logged an error such as a refused script, while the test used it. */
  async withPage<T>(open: OpenPage, use: (page: Page) => Promise<T>): Promise<T> {
    const context = await this.#browser.newContext({
      baseURL: open.origin,
      viewport: open.viewport ?? { width: 1440, height: 900 },
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      reducedMotion: 'reduce',
    })
    const faults: string[] = []
    const page = await context.newPage()
    try {
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        // The browser itself logs every refused request; what refusals mean is the tests' matter.
        const refusal = message.text().startsWith('Failed to load resource')
        if (message.type() === 'error' && !refusal) faults.push(message.text())
      })
      const result = await use(page)
      if (faults.length > 0) throw new Error(`the page reported errors:\n${faults.join('\n')}`)
      return result
    } catch (error) {
      if (error instanceof Error) error.message += await whatStands(page, faults)
      throw error
    } finally {
      await context.close()
    }
  }
}

/** Runs axe with the rules of WCAG 2.2 AA and its best practices; throws with every violation named. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    // Our pages have no frames of others, which is all that the slower way is for: it opens a second page each time.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  if (passes.length === 0) throw new Error(`axe examined nothing on ${page.url()}`)
  if (violations.length === 0) return
  const told = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
    return `  ${id}: ${help}\n${places.join('\n')}`
  })
  throw new Error(`axe found ${violations.length} violations on ${page.url()}:\n${told.join('\n')}`)
}

/** Throws when the page must be scrolled sideways, as WCAG 1.4.10 forbids; tables scroll inside their own frame. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  if (content > window) throw new Error(`${page.url()} is ${content} px wide in a window of ${window} px`)
}

/** Presses Tab until the element with this accessible name has the focus; throws when it never does. */
export async function tabTo(page: Page, name: string | RegExp, role?: string): Promise<void> {
  const reached: string[] = []
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await describeFocus(page)
    if ((role === undefined || focused.role === role) && matches(focused.name, name)) return
    reached.push(`${focused.role} "${focused.name}"`)
  }
  throw new Error(`Tab never reaches ${String(name)}; it passed ${[...new Set(reached)].join(', ')}`)
}

/** What a person would see where a test failed: a failure that comes once in many runs is understood only by it. */
async function whatStands(page: Page, faults: readonly string[]): Promise<string> {
  const focus = await describeFocus(page).catch(() => undefined)
  const snapshot = await page.ariaSnapshot({ timeout: 5_000 }).catch((error: unknown) => String(error))
  const parts = [`at ${page.url()}`, `focus on ${JSON.stringify(focus)}`, ...faults, snapshot]
  return `\n${parts.join('\n')}`
}

/** What has the focus, as a screen reader would name it. */
export async function describeFocus(page: Page): Promise<{ role: string; name: string }> {
  const focused = page.locator(':focus').first()
  // Past the last stop the focus is with the browser's own controls.
  if ((await focused.count()) === 0) return { role: 'none', name: '' }
  const snapshot = await focused.ariaSnapshot()
  // The first line of an aria snapshot is the element itself: `- button "Log ind"`, quoted where the name has a colon.
  const [, role = '', name = ''] = /^- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?/.exec(snapshot) ?? []
  return { role, name }
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text)
}

export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(screenshotFolder, { recursive: true })
  const path = join(screenshotFolder, `${name}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}

/** Path of a Chromium: the one named in TILSYN_CHROMIUM, the system's, Playwright's own, or one installed here and now. */
export function getChromium(): string {
  const named = process.env['TILSYN_CHROMIUM']
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`TILSYN_CHROMIUM names ${named}, which does not exist`)
  }
  const found = findChromium()
  if (found !== undefined) return found
  installChromium()
  const installed = findChromium()
  if (installed === undefined)
    throw new Error('No Chromium was found or could be installed; name one in TILSYN_CHROMIUM')
  return installed
}

function findChromium(): string | undefined {
  for (const name of commonNames) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0 && stdout.trim() !== '') return stdout.trim()
  }
  const macos = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [chromium.executablePath(), macos].find((path) => existsSync(path))
}

function installChromium(): void {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' })
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const packages = ['install', '-y', '-q', '--no-install-recommends', 'chromium']
    execFileSync('apt-get', packages, { stdio: 'inherit', env })
    return
  }
  // Playwright exports its package.json but not its command; both lie side by side.
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  execFileSync(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
}
