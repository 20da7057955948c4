import { withSecretFiles } from '../boot/secret-files.ts'
import { terminalLanguage } from '../boot/terminal-language.ts'
import { runCommandLine } from './program.ts'
import type { Terminal } from './terminal.ts'
import { describeFailure } from './usage/failure.ts'
import { findWantedLanguage } from './usage/wanted-language.ts'

const words = process.argv.slice(2)
const terminal: Terminal = {
  language: findWantedLanguage(words) ?? terminalLanguage(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  interactive: process.stderr.isTTY,
}

// A reader that closes early (`tilsyn stats | head`) is no error of ours; a full disk behind `>` is the user's to know.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    if (stream === process.stdout) terminal.err(`${describeFailure(error)[terminal.language]}\n`)
    process.exit(1)
  })

try {
  process.env = withSecretFiles(process.env)
  process.exitCode = await runCommandLine(words, terminal)
} catch (error) {
  terminal.err(`${describeFailure(error)[terminal.language]}\n`)
  process.exitCode = 1
}
