import { isAlias, visit, type Document, type LineCounter } from 'yaml'
import type { Problem } from '../language/problem.ts'
import { unknownAnchor } from '../notation/describe-yaml-error.ts'

/** Every alias (`*name`) that no anchor (`&name`) stands before. The library would only tell when making data of it, without place. */
export function findUnknownAnchors(document: Document.Parsed, file: string, lines: LineCounter): Problem[] {
  const anchors = new Set<string>()
  const problems: Problem[] = []
  // In the file's order, so that an anchor counts only for what comes after it.
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.add(node.anchor)
      } else if (!anchors.has(node.source)) {
        const { line, col } = lines.linePos(node.range?.[0] ?? 0)
        problems.push({ code: 'yaml-syntax', text: unknownAnchor, at: { file, line, character: col } })
      }
    },
  })
  return problems
}
