import type { Document, LineCounter } from 'yaml'
import type { Problem } from '../language/problem.ts'
import { describeYamlError, tabIndent } from './describe-yaml-error.ts'

/**
 * What keeps a text from being read as YAML, in words with line and character. One mistake often trips the library
 * several times: a tab among the indentation is told alone, and of each line only the first stumble.
 */
export function listYamlMistakes(
  { errors, warnings }: Document.Parsed,
  text: string,
  lines: LineCounter,
  file: string,
): readonly Problem[] {
  const found = [...errors, ...warnings].map((error) => ({ error, ...lines.linePos(error.pos[0]) }))
  if (found.length === 0) return []
  const lastLine = Math.max(...found.map(({ line }) => line))
  const tabs = text
    .split('\n')
    .slice(0, lastLine)
    // After the dash of a list item a tab is indentation too.
    .flatMap((line, index) => {
      const at = /^[ -]*\t/u.exec(line)?.[0].length
      return at === undefined || /^[ \t-]*(?:#.*)?\r?$/u.test(line)
        ? []
        : [{ line: index + 1, character: at }]
    })
  if (tabs.length > 0)
    return tabs.map((place) => ({ code: 'yaml-syntax', text: tabIndent, at: { file, ...place } }))
  const first = new Map<number, Problem>()
  for (const { error, line, col } of found) {
    if (!first.has(line))
      first.set(line, {
        code: 'yaml-syntax',
        text: describeYamlError(error),
        at: { file, line, character: col },
      })
  }
  return [...first.values()]
}
