import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml'
import type { Checked, Problem } from '../../language/problem.ts'
import { listYamlMistakes } from '../../notation/yaml-mistakes.ts'

/** A mapping of the file with what stands around it. */
export interface FigureNode {
  /** Keys from the file's root; items of lists by position. */
  readonly path: readonly string[]
  readonly line: number
  /** Scalars of this mapping: numbers, texts, days. */
  readonly values: ReadonlyMap<string, FigureValue>
  readonly children: readonly FigureNode[]
}

export interface FigureValue {
  readonly value: string | number | null
  readonly line: number
  /** Comment at the end of the line. */
  readonly comment: string | null
}

/** Reads a YAML file of printed figures into mappings with lines, or says where it is no YAML. */
export function readFiguresYaml(text: string, file: string): Checked<FigureNode> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (range: readonly number[] | null | undefined) => lines.linePos(range?.[0] ?? 0).line
  const errors = listYamlMistakes(document, text, lines, file)
  if (errors.length > 0) return { ok: false, problems: errors }
  if (!isMap(document.contents) && !isSeq(document.contents))
    return { ok: false, problems: [notFigures(file)] }
  return { ok: true, value: nodeOf([], document.contents, lineAt) }
}

type LineAt = (range: readonly number[] | null | undefined) => number

function nodeOf(path: readonly string[], content: unknown, lineAt: LineAt): FigureNode {
  const values = new Map<string, FigureValue>()
  const children: FigureNode[] = []
  for (const [key, value, keyLine] of entriesOf(content, lineAt)) {
    if (isMap(value) || isSeq(value)) children.push(nodeOf([...path, key], value, lineAt))
    else if (isScalar(value))
      values.set(key, {
        value: scalarOf(value.value),
        line: value.range === undefined || value.range === null ? keyLine : lineAt(value.range),
        comment: value.comment ?? null,
      })
  }
  const range = isMap(content) || isSeq(content) ? content.range : undefined
  return { path, line: lineAt(range), values, children }
}

function entriesOf(content: unknown, lineAt: LineAt): readonly (readonly [string, unknown, number])[] {
  if (isMap(content)) return mapEntries(content, lineAt)
  if (isSeq(content)) return content.items.map((item, at) => [`${at}`, item, 1] as const)
  return []
}

function mapEntries(map: YAMLMap, lineAt: LineAt): readonly (readonly [string, unknown, number])[] {
  return map.items
    .filter((item): item is Pair => isPair(item))
    .map((pair) => {
      const key = isScalar(pair.key) ? pair.key : undefined
      return [`${scalarOf(key?.value) ?? ''}`, pair.value, lineAt(key?.range)] as const
    })
}

function scalarOf(value: unknown): string | number | null {
  if (typeof value === 'number' || typeof value === 'string') return value
  return value instanceof Date ? value.toISOString().slice(0, 10) : null
}

function notFigures(file: string): Problem {
  return {
    code: 'no-figures',
    text: {
      da: 'Filen indeholder ingen tal. Den skal være YAML med figurer eller CSV med kolonnerne label, percent og n.',
      en: 'The file holds no figures. It must be YAML with figures or CSV with the columns label, percent and n.',
    },
    at: { file },
  }
}

/** The node and all below it. */
export function* walk(node: FigureNode): Generator<FigureNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}
