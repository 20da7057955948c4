import { isMap, isScalar, isSeq, type LineCounter } from 'yaml'
import type { Problem } from '../language/problem.ts'
import { formatPath, type KeyPath } from './yaml-lines.ts'

/** Every second and later key of the same name in the same block. */
export function findDuplicateKeys(node: unknown, path: KeyPath, file: string, lines: LineCounter): Problem[] {
  if (isSeq(node))
    return node.items.flatMap((item, index) => findDuplicateKeys(item, [...path, index], file, lines))
  if (!isMap(node)) return []
  const firstLine = new Map<string, number>()
  const problems: Problem[] = []
  for (const { key, value } of node.items) {
    if (isScalar(key)) {
      const name = String(key.value)
      const line = lines.linePos(key.range?.[0] ?? 0).line
      const earlier = firstLine.get(name)
      if (earlier === undefined) firstLine.set(name, line)
      else problems.push(duplicateKey(name, earlier, { file, line, column: formatPath([...path, name]) }))
      problems.push(...findDuplicateKeys(value, [...path, name], file, lines))
    }
  }
  return problems
}

function duplicateKey(name: string, earlier: number, at: Problem['at'] & object): Problem {
  return {
    code: 'duplicate-key',
    text: {
      da: `Nøglen "${name}" står allerede i linje ${earlier}. Behold kun den ene.`,
      en: `The key "${name}" is already in line ${earlier}. Keep only one of them.`,
    },
    at,
  }
}
