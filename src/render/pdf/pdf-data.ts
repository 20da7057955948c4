import type { PrintedBlock, PrintedReport, PrintedSection } from '../../core/report/printed-report.ts'
import { logoSvg } from '../logo.ts'
import { withSources } from '../../core/report/sources-annex.ts'
import { words } from '../words.ts'
import { columnWidths } from '../column-widths.ts'
import { printableText } from './printable-text.ts'

const regions = { da: 'DK', en: 'GB' } as const

export function toPdfData(
  printed: PrintedReport,
  createdAt: Date,
  covers: (codePoint: number) => boolean,
): string {
  const { figures: _figures, brand, ...rest } = withSources(printed)
  const data = {
    ...rest,
    sections: rest.sections.map((section) => layOutSection(section, 1, true)),
    brand:
      brand === null ? null : { ...brand, logo: brand.logo === null ? null : { svg: logoSvg(brand.logo) } },
    region: regions[printed.language],
    date: {
      year: createdAt.getUTCFullYear(),
      month: createdAt.getUTCMonth() + 1,
      day: createdAt.getUTCDate(),
    },
    words: words[printed.language],
  }
  // Every string on its way to paper passes here, so no text can reach a glyph that is not there.
  return JSON.stringify(data, (key, value: unknown) =>
    // A picture is no text for the font.
    typeof value === 'string' && key !== 'svg' ? printableText(value, covers) : value,
  )
}

/** A wide part with more rows than this begins on a page of its own. */
const mostRowsToFollow = 12

/** Annexes begin on a new page, and so do the long parts of a wide chapter after its first; the rest follow each other. */
function layOutSection(section: PrintedSection, depth: number, isFirst: boolean): object {
  return {
    ...section,
    opensPage:
      depth === 1
        ? // A wide one is given pages of its own anyway; a break at their start would leave one empty.
          /^[A-Z]/.test(section.number) && !section.wide
        : section.wide && !isFirst && countRows(section) > mostRowsToFollow,
    blocks: section.blocks.map(layOutBlock),
    sections: section.sections.map((child, index) => layOutSection(child, depth + 1, index === 0)),
  }
}

function countRows({ blocks }: PrintedSection): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
}

function layOutBlock(block: PrintedBlock): object {
  if (block.kind !== 'table') return block
  return {
    ...block,
    widths: columnWidths(block),
    // The figures behind the cells are for formats that keep numbers as numbers.
    rows: block.rows.map((row) => row.map(({ text, picture }) => ({ text, picture }))),
  }
}
