import type { Language, LocalText } from '../language/language.ts'
import { listUsedFigures } from './assert-report.ts'
import { warnOfText, type TextWarning } from './author-text.ts'
import { neverLeftOut } from './release.ts'
import type { Block, FigureText, Report, ReportSection } from './report.ts'

/** What people make of a report that the program has written. */
export interface ReportEdits {
  /** Keys of the sections that are left out. */
  readonly leftOut: readonly string[]
  /** Paragraphs of their own, at the head of a section. Figures stand in them by reference. */
  readonly passages: readonly (FigureText & { readonly section: string })[]
  /** The program's own statements in other words; `was` is the Danish one as the program writes it. */
  readonly rewordings: readonly (FigureText & { readonly section: string; readonly was: string })[]
}

export const noEdits: ReportEdits = { leftOut: [], passages: [], rewordings: [] }

/** Where an edit does not fit the report, or a reader should look twice. `at` is the place in its list. */
export type EditProblem =
  | { readonly kind: 'needed-section'; readonly section: string }
  | { readonly kind: 'unknown-section'; readonly section: string }
  /** The program says something else now, as numbers have changed: what was reworded is no more. */
  | { readonly kind: 'statement-gone'; readonly at: number; readonly section: string }
  | {
      readonly kind: 'text'
      readonly in: 'passages' | 'rewordings'
      readonly at: number
      readonly language: Language
      readonly warning: TextWarning
    }

/** With these a report cannot be handed over; the others are for its author to judge. */
export function isHindrance(problem: EditProblem): boolean {
  return problem.kind !== 'text' || problem.warning.kind === 'unknown-figure'
}

/** One sentence or paragraph that the program has written and people may reword. Cautions (`note`) are not among them. */
export interface Statement {
  readonly section: string
  readonly text: FigureText
}

export function listStatements(report: Report): readonly Statement[] {
  return report.sections.flatMap((section) =>
    textsOf(section).map((text): Statement => ({ section: section.key, text })),
  )
}

function textsOf({ blocks, sections }: ReportSection): readonly FigureText[] {
  return [
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.kind === 'list' ? block.items : [],
    ),
    ...sections.flatMap(textsOf),
  ]
}

const remark: LocalText = { da: 'Forvaltningens bemærkning: ', en: 'The administration’s remark: ' }
const reworded: LocalText = { da: ' [omskrevet]', en: ' [reworded]' }

/**
 * The report with the edits in it, and only the figures that it still shows. What people wrote is told from what the
 * program wrote: their own paragraphs are headed as remarks, reworded statements are marked.
 */
export function editReport(
  report: Report,
  { leftOut, passages, rewordings }: ReportEdits,
): { readonly report: Report; readonly problems: readonly EditProblem[] } {
  const known = new Set(report.sections.map(({ key }) => key))
  const problems: EditProblem[] = [
    ...leftOut
      .filter((key) => neverLeftOut.includes(key))
      .map((section): EditProblem => ({ kind: 'needed-section', section })),
    ...[...new Set([...leftOut, ...passages.map(({ section }) => section)])]
      .filter((section) => !known.has(section))
      .map((section): EditProblem => ({ kind: 'unknown-section', section })),
  ]
  const statements = listStatements(report)
  for (const [at, { section, was }] of rewordings.entries())
    if (!statements.some((each) => each.section === section && each.text.da === was))
      problems.push({ kind: 'statement-gone', at, section })
  for (const [list, texts] of [
    ['passages', passages],
    ['rewordings', rewordings],
  ] as const)
    for (const [at, text] of texts.entries()) {
      const section = report.sections.find(({ key }) => key === text.section)
      const near = section === undefined ? [] : listUsedFigures({ ...report, sections: [section] })
      for (const language of ['da', 'en'] as const)
        for (const warning of warnOfText(text[language], language, report.figures, near))
          problems.push({ kind: 'text', in: list, at, language, warning })
    }
  const sections = report.sections
    .filter(({ key }) => !leftOut.includes(key) || neverLeftOut.includes(key))
    .map((section): ReportSection => {
      const own = passages.filter((passage) => passage.section === section.key)
      const other = new Map(
        rewordings.filter((each) => each.section === section.key).map((each) => [each.was, each]),
      )
      const edited = other.size === 0 ? section : reword(section, other)
      return { ...edited, blocks: [...own.map(passageBlock), ...edited.blocks] }
    })
  const used = new Set(listUsedFigures({ ...report, sections }))
  const figures = Object.fromEntries(Object.entries(report.figures).filter(([id]) => used.has(id)))
  return { report: { ...report, sections, figures }, problems }
}

function passageBlock({ da, en }: FigureText): Block {
  return { kind: 'paragraph', text: { da: remark.da + da, en: remark.en + (en === '' ? da : en) } }
}

function reword(section: ReportSection, other: ReadonlyMap<string, FigureText>): ReportSection {
  const said = (text: FigureText): FigureText => {
    const wording = other.get(text.da)
    if (wording === undefined) return text
    const { da, en } = wording
    return { da: da + reworded.da, en: (en === '' ? da : en) + reworded.en }
  }
  return {
    ...section,
    blocks: section.blocks.map((block): Block => {
      if (block.kind === 'paragraph') return { ...block, text: said(block.text) }
      return block.kind === 'list' ? { ...block, items: block.items.map(said) } : block
    }),
    sections: section.sections.map((child) => reword(child, other)),
  }
}
