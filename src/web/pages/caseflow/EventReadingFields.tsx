import { useState } from 'react'
import type { EventReading } from '../../../contract/caseflow/event-imports.ts'
import { comparable } from '../../../core/tabular/column-names.ts'
import { dateOrders, secondOfDay } from '../../../core/tabular/written-date.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useTexts } from '../../texts/language.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'

interface EventReadingFieldsProps {
  readonly reading: EventReading
  readonly onChange: (reading: EventReading) => void
}

/** What a file does not say of itself: which way its dates are written, and what it writes for an unknown time of day. */
export function EventReadingFields({ reading, onChange }: EventReadingFieldsProps) {
  const texts = useTexts({ da, en })
  // As it is being typed; the words in it are what counts.
  const [noTime, setNoTime] = useState(() => (reading.noTime ?? []).join(' '))
  const wrong = reading.noTime?.find((word) => secondOfDay(word) === undefined)
  return (
    <>
      <Field id="date-order" label={texts.dateOrder} hint={texts.dateOrderHint}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={reading.dateOrder ?? ''}
            onChange={({ target }) => {
              const { dateOrder: _, ...others } = reading
              const chosen = dateOrders.find((order) => order === target.value)
              onChange(chosen === undefined ? others : { ...others, dateOrder: chosen })
            }}
          >
            <option value="">{texts.orderAsShown}</option>
            {dateOrders.map((order) => (
              <option key={order} value={order}>
                {texts.orders[order]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={texts.noTime}
        hint={texts.noTimeHint}
        error={wrong === undefined ? undefined : texts.noTimeWrong(wrong)}
        optional
      >
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={100}
            value={noTime}
            onChange={({ target }) => {
              setNoTime(target.value)
              const words = target.value.split(/[\s,;]+/u).filter((word) => word !== '')
              onChange({ ...reading, noTime: words })
            }}
          />
        )}
      </Field>
    </>
  )
}

/** Which columns hold what some rules read beside the event and its time; most sources have few of them. */
export function AttributeColumns({
  columns,
  attributes,
  reading,
  onChange,
}: EventReadingFieldsProps & {
  readonly columns: readonly string[]
  /** Attributes that rules read. */
  readonly attributes: readonly string[]
}) {
  const texts = useTexts({ da, en })
  const names: Readonly<Record<string, string>> = texts.attributeNames
  const columnOf = (attribute: string): string =>
    reading.attributes?.[attribute] ??
    columns.find((column) => comparable(column) === comparable(attribute)) ??
    ''
  return (
    <Disclosure summary={texts.attributesCaption} open={Object.keys(reading.attributes ?? {}).length > 0}>
      <DataTable
        caption={texts.attributesCaption}
        captionHidden
        stacked
        columns={[
          {
            key: 'ours',
            title: texts.attribute,
            rowHeader: true,
            render: (attribute: string) => names[attribute] ?? attribute,
          },
          {
            key: 'theirs',
            title: texts.theirs,
            render: (attribute) => (
              <select
                className="form-select"
                aria-label={texts.theirsOf(names[attribute] ?? attribute)}
                value={columnOf(attribute)}
                onChange={({ target }) => {
                  const { [attribute]: _, ...others } = reading.attributes ?? {}
                  onChange({
                    ...reading,
                    attributes: target.value === '' ? others : { ...others, [attribute]: target.value },
                  })
                }}
              >
                <option value="">{texts.notThere}</option>
                {columns.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
        rows={attributes}
        rowKey={(attribute) => attribute}
      />
    </Disclosure>
  )
}
