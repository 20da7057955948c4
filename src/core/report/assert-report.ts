import { listFigureReferences } from './figure-text.ts'
import type { Block, Cell, Report, ReportSection } from './report.ts'

/** Throws when a text, cell or chart refers to a figure that the report does not have: a mistake of ours, not of input. */
export function assertReport(report: Report): void {
  for (const id of listUsedFigures(report))
    if (report.figures[id] === undefined) throw new Error(`The report refers to an unknown figure: ${id}`)
}

/** Ids of all figures that a reader meets, in reading order; ids recur. */
export function listUsedFigures(report: Report): readonly string[] {
  return report.sections.flatMap(usedInSection)
}

function usedInSection(section: ReportSection): readonly string[] {
  return [...section.blocks.flatMap(usedInBlock), ...section.sections.flatMap(usedInSection)]
}

function usedInBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return usedInText(block.text)
    case 'list':
      return block.items.flatMap(usedInText)
    case 'authored':
      return []
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(listCellFigures))
    case 'dot-chart':
      return [
        ...usedInText(block.alternative),
        ...block.rows.flatMap(({ now, baseline }) => (baseline === null ? [now] : [now, baseline])),
      ]
    case 'run-chart':
      return [
        ...usedInText(block.alternative),
        ...block.points.map(({ figure }) => figure),
        ...(block.centre === null ? [] : [block.centre.figure]),
      ]
    default:
      return block satisfies never
  }
}

function usedInText(text: { readonly da: string; readonly en: string }): readonly string[] {
  return [...listFigureReferences(text.da), ...listFigureReferences(text.en)]
}

/** Ids of the figures that a cell prints or draws. */
export function listCellFigures(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case 'figure':
    case 'share-of':
    case 'range':
      return [cell.figure]
    case 'interval':
      return cell.baseline === null ? [cell.figure] : [cell.figure, cell.baseline]
    case 'text':
    case 'date':
    case 'empty':
      return []
    default:
      return cell satisfies never
  }
}
