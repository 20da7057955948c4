import { InvalidArgumentError } from 'commander'
import type { Register } from './register.ts'
import { orRefuse, type Terminal } from './terminal.ts'

interface ServeFlags {
  readonly port?: number
  readonly host: string
  readonly demo?: true
  readonly data?: string
  readonly open?: boolean
}

/** `tilsyn serve`: the web application, until it is told to stop. */
export const registerServe: Register = (program, terminal) => {
  program
    .command('serve')
    .description('Run the web application')
    .option('--port <number>', 'port to listen on (default: the first free one from 3000)', readPort)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--demo', 'constructed data and a user switcher; refused in production')
    .option('--data <folder>', "folder of the program's own database (default: .tilsyn)")
    .option('--open', 'open the address in a browser (default for --demo on a terminal)')
    .option('--no-open', 'open no browser')
    .action((flags: ServeFlags) => run(flags, terminal))
}

async function run(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const { serve } = await import('../boot/serve.ts')
  const say = (da: string, en: string): void => terminal.err(`${terminal.language === 'da' ? da : en}\n`)
  const demo = flags.demo === true
  let bar = false
  const running = orRefuse(
    terminal,
    await serve({
      port: flags.port,
      host: flags.host,
      demo,
      data: flags.data,
      progress(done, total) {
        const percent = Math.floor((100 * done) / Math.max(1, total))
        if (terminal.interactive) {
          bar = true
          terminal.err(
            `\r${terminal.language === 'da' ? 'Laver demodata' : 'Making demo data'} ${percent} %${percent === 100 ? '\n' : ''}`,
          )
        } else if (!bar) {
          bar = true
          say('Laver demodata; det tager et øjeblik ...', 'Making demo data; this takes a moment ...')
        }
      },
      logLine: terminal.err,
      onLost(problem) {
        terminal.err(`${problem.text[terminal.language]}\n`)
        process.exit(1)
      },
    }),
  )
  const kind =
    terminal.language === 'da' ? '  (demodata, ingen virkelige personer)' : '  (demo data, no real persons)'
  terminal.out(`Tilsyn: ${running.address}${demo ? kind : ''}\n`)
  if (flags.open ?? (demo && terminal.interactive)) {
    const { openBrowser } = await import('../boot/open-browser.ts')
    openBrowser(running.address)
  }
  await told()
  // A second signal must end the program even when a request hangs.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  await running.stop()
}

function told(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InvalidArgumentError('1-65535')
  return port
}
