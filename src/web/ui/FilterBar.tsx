import { useCommonTexts } from '../texts/common.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import type { Filters } from './filters.ts'

export interface Filter<K extends string> {
  readonly key: K
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Text of the choice that filters nothing; `false` when one value must be chosen (the first is the default). */
  readonly all?: string | false
}

interface FilterBarProps<K extends string> {
  readonly filters: readonly Filter<K>[]
  readonly values: Filters<K>
  readonly onChange: (changes: { readonly [P in K]?: string | undefined }) => void
}

/** Choices that act at once; bind it to the address with `useFilters`. */
export function FilterBar<K extends string>({ filters, values, onChange }: FilterBarProps<K>) {
  const texts = useCommonTexts()
  const change = (changes: Partial<Record<K, string | undefined>>) => onChange(changes)
  const clear = () => {
    const none: Partial<Record<K, undefined>> = {}
    for (const { key } of filters) none[key] = undefined
    change(none)
  }
  return (
    <search className="filter-bar" aria-label={texts.filters}>
      {filters.map(({ key, label, options, all }) => (
        <Field key={key} label={label}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={values[key] ?? (all === false ? options[0]?.value : '')}
              onChange={(event) => {
                const chosen: Partial<Record<K, string>> = {}
                chosen[key] = event.target.value
                change(chosen)
              }}
            >
              {all !== false && <option value="">{all ?? texts.all}</option>}
              {options.map(({ value, label: text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      {filters.some(({ key }) => values[key] !== undefined) && (
        <Button variant="tertiary" onClick={clear}>
          {texts.clearFilters}
        </Button>
      )}
    </search>
  )
}
