import type { EventProblem, listEventImports } from '../../../contract/caseflow/event-imports.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { EventMappingTable, requiredColumns } from './EventMappingTable.tsx'
import { AttributeColumns, EventReadingFields } from './EventReadingFields.tsx'
import type { EventFile } from './use-event-file.ts'

/** What a file's columns are and how its cells are written, for a person to say; and why that is asked, if it is. */
export function FileLayout({ file, known }: { file: EventFile; known: CallOutput<typeof listEventImports> }) {
  const texts = useTexts({ da, en })
  const { columns, choice, problems } = file
  if (columns === undefined) return null
  // With fewer no choice could give an event its case, its kind and its time.
  const mayMatch = columns.length >= requiredColumns.size
  const isOfDates = problems.some(({ code }) => code.startsWith('date-order-'))
  return (
    <section aria-labelledby="layout-heading">
      {problems.length > 0 && (
        <div className="problem" role="alert">
          <h2>{!mayMatch ? texts.fewColumns : isOfDates ? texts.orderHeading : texts.unmatchedHeading}</h2>
          {mayMatch && <p>{isOfDates ? texts.orderBody : texts.unmatchedBody}</p>}
          <ul>
            {problems.map((problem) => (
              <ProblemLine key={`${problem.text.en} ${problem.at?.column}`} problem={problem} />
            ))}
          </ul>
        </div>
      )}
      {mayMatch && (
        <>
          <h2 id="layout-heading">{texts.layoutHeading}</h2>
          <EventReadingFields
            reading={choice.reading ?? {}}
            onChange={(reading) => file.change({ reading })}
          />
          <EventMappingTable
            columns={columns}
            mapping={choice.mapping ?? {}}
            onChange={(mapping) => file.change({ mapping })}
          />
          <AttributeColumns
            columns={columns}
            attributes={known.attributes}
            reading={choice.reading ?? {}}
            onChange={(reading) => file.change({ reading })}
          />
        </>
      )}
    </section>
  )
}

/** A column is named as the page names it, a date by where it stands. */
function ProblemLine({ problem: { code, text, at } }: { problem: EventProblem }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const names: Readonly<Record<string, string>> = texts.columns
  const name = names[at?.column ?? '']
  if (code === 'missing-column' && name !== undefined) return <li>{texts.missingColumn(name)}</li>
  if (code === 'ambiguous-column' && name !== undefined) return <li>{texts.ambiguousColumn(name)}</li>
  if (code.startsWith('date-order-') && at?.line !== undefined)
    return <li>{`${texts.cell(at.column ?? '', at.line)}: ${local(text)}`}</li>
  return <li>{local(text)}</li>
}
