import type { Preview, RowProblem } from '../../../contract/registry/imports.ts'
import { formatInteger } from '../../format/numbers.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'

/** Every problem of the refused rows, with its place in the file. */
export function RefusedTable({ refused, total }: { refused: Preview['refused']; total: number }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (refused.length === 0) return null
  const rows = refused.flatMap(({ line, problems }) =>
    problems.map((problem: RowProblem, index) => ({ key: `${line} ${index}`, line, problem })),
  )
  const figure = (value: number) => formatInteger(value, language)
  return (
    <>
      <h3>{texts.refusedHeading}</h3>
      {refused.length < total && <p>{texts.refusedShown(refused.length, total)}</p>}
      <DataTable
        caption={texts.refusedCaption}
        captionHidden
        stacked
        columns={[
          {
            key: 'line',
            title: texts.line,
            align: 'end',
            rowHeader: true,
            render: ({ line }: (typeof rows)[number]) => figure(line),
          },
          {
            key: 'column',
            title: texts.column,
            render: ({ problem }) => problem.at?.column ?? <span className="soft">{texts.wholeRow}</span>,
          },
          { key: 'wrong', title: texts.wrong, render: ({ problem }) => local(problem.text) },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </>
  )
}
