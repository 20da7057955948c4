import type { Readable } from 'node:stream'
import type { Register } from './register.ts'
import { Exit, sayIn, type Terminal } from './terminal.ts'

/** `tilsyn stats`: statistical functions for other programs, as JSON lines from standard input to standard output. */
export const registerStats: Register = (program, terminal) => {
  const say = sayIn(terminal)
  program
    .command('stats')
    .description(
      say(
        'beregn statistiske funktioner: JSON-linjer ind, JSON-linjer ud',
        'compute statistical functions: JSON lines in, JSON lines out',
      ),
    )
    .addHelpText('after', say(help.da, help.en))
    .action(async () => {
      if (process.stdin.isTTY) terminal.err(`${say(waiting.da, waiting.en)}\n`)
      if (!(await answerStream(process.stdin, terminal))) throw new Exit(1)
    })
}

const waiting = {
  da: 'Skriv én JSON-linje ad gangen, og slut med Ctrl-D (Windows: Ctrl-Z, Enter). --help viser et eksempel.',
  en: 'Write one JSON line at a time and end with Ctrl-D (Windows: Ctrl-Z, Enter). --help shows an example.',
}

const example = `  echo '{"id":1,"fn":"wilson","input":{"x":13,"n":18}}' | tilsyn stats`
const help = {
  da: `
Læser linjer {"id", "fn", "input"} fra standardinput og besvarer hver af dem i rækkefølge med
{"id", "result"} eller {"id", "error": {"code", "text", "line"}}. Tomme linjer springes over.
En linje, der ikke kan læses, besvares med id null, og resten læses videre.
Slutter med 1, hvis en linje havde en fejl, ellers med 0; også uden linjer eller standardinput.

Eksempel:
${example}

Funktionerne og deres input: docs/statistics.md`,
  en: `
Reads lines {"id", "fn", "input"} on standard input and answers each, in order, with
{"id", "result"} or {"id", "error": {"code", "text", "line"}}. Blank lines are skipped.
An unreadable line is answered with id null, and the stream goes on.
Exits with 1 when any line had an error, otherwise with 0; also without lines or standard input.

Example:
${example}

Functions and their inputs: docs/statistics.md`,
}

/** Answers every line of the stream as it arrives; true when none had an error. */
export async function answerStream(
  input: Readable,
  terminal: Pick<Terminal, 'language' | 'out'>,
): Promise<boolean> {
  const { answerStatsLine } = await import('../core/statistics/answer-stats-line.ts')
  let line = 0
  let clean = true
  for await (const text of splitLines(input)) {
    line += 1
    if (text.trim() === '') continue
    const answer = answerStatsLine(text, line, terminal.language)
    if ('error' in answer) clean = false
    terminal.out(`${JSON.stringify(answer)}\n`)
  }
  return clean
}

/**
 * The lines of a UTF-8 stream, a leading byte order mark removed; the last may lack its newline. Split at LF only (a
 * CR before it is white space to JSON): `readline` also splits at U+2028, which may stand within a JSON text.
 */
async function* splitLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let pending: string[] = []
  for await (const chunk of input) {
    // A stream without an encoding yields buffers.
    const [first = '', ...others] = decoder.decode(chunk as Buffer, { stream: true }).split('\n')
    pending.push(first)
    for (const other of others) {
      yield pending.join('')
      pending = [other]
    }
  }
  pending.push(decoder.decode())
  yield pending.join('')
}
