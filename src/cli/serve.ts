import { InvalidArgumentError } from 'commander'
import type { Register } from './register.ts'
import { orRefuse, sayIn, type Say, type Terminal } from './terminal.ts'
import { addDataOption } from './where.ts'

interface ServeFlags {
  readonly port?: number
  readonly host: string
  readonly demo?: true
  readonly data?: string
  readonly open?: boolean
}

/** `tilsyn serve`: the web application, until it is told to stop. */
export const registerServe: Register = (program, terminal) => {
  const say = sayIn(terminal)
  const command = program
    .command('serve')
    .description(say('kør webprogrammet', 'run the web application'))
    .option(
      '--port <number>',
      say(
        'porten, der lyttes på (hvis den udelades: den første ledige fra 3000)',
        'port to listen on (default: the first free one from 3000)',
      ),
      portReader(say),
    )
    .option('--host <address>', say('adressen, der lyttes på', 'address to listen on'), '127.0.0.1')
    .option(
      '--demo',
      say(
        'konstruerede data og en brugerskifter; afvises i produktion',
        'constructed data and a user switcher; refused in production',
      ),
    )
    .option(
      '--open',
      say(
        'åbn adressen i en browser (sker af sig selv for --demo i en terminal)',
        'open the address in a browser (default for --demo on a terminal)',
      ),
    )
    .option('--no-open', say('åbn ingen browser', 'open no browser'))
  addDataOption(command, say).action((flags: ServeFlags) => run(flags, terminal))
}

async function run(flags: ServeFlags, terminal: Terminal): Promise<void> {
  const { serve } = await import('../boot/serve.ts')
  const say = (da: string, en: string): void => terminal.err(`${terminal.language === 'da' ? da : en}\n`)
  const demo = flags.demo === true
  const told = untilTold()
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
      told,
      logLine: terminal.err,
      onLost(problem) {
        terminal.err(`${problem.text[terminal.language]}\n`)
        process.exit(1)
      },
    }),
  )
  if (running === undefined) return
  const kind =
    terminal.language === 'da' ? '  (demodata, ingen virkelige personer)' : '  (demo data, no real persons)'
  terminal.out(`Tilsyn: ${running.address}${demo ? kind : ''}\n`)
  if (flags.open ?? (demo && terminal.interactive)) {
    const { openBrowser } = await import('../boot/open-browser.ts')
    openBrowser(running.address)
  }
  await told
  await running.stop()
}

/** Resolves when the program is told to stop, also while it starts: its database must not be left running. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    const once = (): void => {
      // A second signal must end the program even when a request hangs.
      process.once('SIGINT', () => process.exit(130))
      process.once('SIGTERM', () => process.exit(143))
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, once)
  })
}

function portReader(say: Say): (text: string) => number {
  return (text) => {
    const port = Number(text)
    if (/^\d+$/u.test(text) && port >= 1 && port <= 65_535) return port
    throw new InvalidArgumentError(say('Skriv et tal fra 1 til 65535.', 'Write a number from 1 to 65535.'))
  }
}
