import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Terminal } from '../terminal.ts'

/** One line from standard input; on a terminal asked for, and not shown while it is typed. */
export function readPassword(terminal: Terminal): Promise<string> {
  const shown = process.stdin.isTTY
  if (shown)
    terminal.err(terminal.language === 'da' ? 'Adgangskode (vises ikke): ' : 'Password (not shown): ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: shown })
  return new Promise((resolve) => {
    let password = ''
    lines.once('line', (line) => {
      password = line
      lines.close()
    })
    lines.once('close', () => {
      if (shown) terminal.err('\n')
      resolve(password)
    })
  })
}
