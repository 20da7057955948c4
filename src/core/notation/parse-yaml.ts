import { LineCounter, parseDocument } from 'yaml'
import type { Checked, Problem } from '../language/problem.ts'
import { unknownAnchor } from './describe-yaml-error.ts'
import { listYamlMistakes } from './yaml-mistakes.ts'

/** The data of a YAML text (or JSON, which is YAML too), null for an empty one; or its mistakes in words. */
export function parseYaml(text: string, file: string): Checked<unknown> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const mistakes = listYamlMistakes(document, text, lines, file)
  if (mistakes.length > 0) return { ok: false, problems: mistakes }
  try {
    return { ok: true, value: document.toJS() }
  } catch (error) {
    // An alias without anchor, or more aliases than the library unfolds.
    if (error instanceof ReferenceError) return { ok: false, problems: [badAlias(file)] }
    throw error
  }
}

function badAlias(file: string): Problem {
  return { code: 'yaml-syntax', text: unknownAnchor, at: { file } }
}
