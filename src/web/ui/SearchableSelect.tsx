import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Input, Label, SearchField } from 'react-aria-components/SearchField'
import { containsAllWords } from './search-words.ts'

export interface SelectOption {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

interface SearchableSelectProps {
  readonly label: string
  readonly groups: readonly { readonly title: string; readonly options: readonly SelectOption[] }[]
  readonly selected: string | undefined
  readonly onSelect: (id: string) => void
  readonly nothingFound: string
}

// Arrow keys move within the list from the search field; who scrolls without choosing needs a stop of their own.
const scrollStop = { tabIndex: 0, role: 'group' }

/** A long list in groups that narrows as one types; arrows move, Enter chooses. */
export function SearchableSelect({ label, groups, selected, onSelect, nothingFound }: SearchableSelectProps) {
  return (
    <div className="search-select">
      <Autocomplete filter={containsAllWords}>
        <SearchField>
          <Label>{label}</Label>
          <Input className="form-input" />
        </SearchField>
        <div className="option-frame" {...scrollStop} aria-label={label}>
          <ListBox
            aria-label={label}
            selectionMode="single"
            selectedKeys={selected === undefined ? [] : [selected]}
            disallowEmptySelection
            onAction={(key) => onSelect(String(key))}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys
              if (key !== undefined && key !== selected) onSelect(String(key))
            }}
            renderEmptyState={() => <p className="soft">{nothingFound}</p>}
          >
            {groups.map(({ title, options }) => (
              <ListBoxSection key={title} id={title}>
                <Header className="option-group">{title}</Header>
                <Collection items={options}>
                  {(option) => (
                    <ListBoxItem
                      id={option.id}
                      className="option"
                      textValue={`${option.label} ${option.detail ?? ''} ${title}`}
                    >
                      {option.label}
                      {option.detail !== undefined && option.detail !== '' && <small>{option.detail}</small>}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            ))}
          </ListBox>
        </div>
      </Autocomplete>
    </div>
  )
}
