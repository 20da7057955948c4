import type { Language } from '../../src/core/language/language.ts'
import { runCommandLine } from '../../src/cli/program.ts'

export interface CommandOutcome {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly err: string
}

/** Runs one command line within the test's own process, as `tilsyn` would; nothing reads the standard input. */
export async function runCommand(
  words: readonly string[],
  language: Language = 'en',
): Promise<CommandOutcome> {
  let out = ''
  let err = ''
  const code = await runCommandLine(words, {
    language,
    out: (text) => (out += text),
    err: (text) => (err += text),
    interactive: false,
  })
  return { code, out, err }
}
