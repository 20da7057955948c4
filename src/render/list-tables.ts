import type { PrintedReport, PrintedSection, PrintedTable } from '../core/report/printed-report.ts'

/** All tables in reading order, each with the section it stands in. */
export function listTables(
  printed: PrintedReport,
): readonly { section: PrintedSection; table: PrintedTable }[] {
  return printed.sections.flatMap(tablesIn)
}

function tablesIn(section: PrintedSection): readonly { section: PrintedSection; table: PrintedTable }[] {
  const own = section.blocks.flatMap((block) => (block.kind === 'table' ? [{ section, table: block }] : []))
  return [...own, ...section.sections.flatMap(tablesIn)]
}
