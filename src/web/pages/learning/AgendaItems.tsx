import { useId } from 'react'
import type { AgendaItemView } from '../../../contract/learning/visits.ts'
import { visits as da } from '../../texts/da/visits.ts'
import { visits as en } from '../../texts/en/visits.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'

type Items = readonly AgendaItemView[]

/** The items as fields, in their order, each with what can be done to it. */
export function AgendaItems({ items, onChange }: { items: Items; onChange: (items: Items) => void }) {
  const set = (at: number, more: Partial<AgendaItemView>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...more } : item)))
  const move = (at: number, by: -1 | 1) => {
    const moved = [...items]
    const [item] = moved.splice(at, 1)
    if (item !== undefined) moved.splice(at + by, 0, item)
    onChange(moved)
  }
  return (
    <ol className="visit-agenda no-max-width">
      {items.map((item, index) => (
        <Item
          // An item has nothing else to be known by: its text changes under the fingers.
          key={index}
          number={index + 1}
          item={item}
          last={index === items.length - 1}
          onChange={(more) => set(index, more)}
          onMove={(by) => move(index, by)}
          onRemove={() => onChange(items.filter((_item, at) => at !== index))}
        />
      ))}
    </ol>
  )
}

interface ItemProps {
  readonly number: number
  readonly item: AgendaItemView
  readonly last: boolean
  readonly onChange: (more: Partial<AgendaItemView>) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function Item({ number, item, last, onChange, onMove, onRemove }: ItemProps) {
  const texts = useTexts({ da, en })
  const id = useId()
  return (
    <li>
      <label htmlFor={id}>
        {texts.item(number)} <span className="soft">({texts.kinds[item.kind]})</span>
      </label>
      <input
        id={id}
        className="form-input"
        maxLength={400}
        value={item.text}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      <label htmlFor={`${id}-note`} className="small">
        {texts.note}
      </label>
      <textarea
        id={`${id}-note`}
        className="form-input"
        rows={item.note === '' ? 1 : 3}
        maxLength={2000}
        value={item.note}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <div className="button-row">
        {number > 1 && (
          <Button variant="tertiary" aria-label={texts.up(number)} onClick={() => onMove(-1)}>
            {texts.upShort}
          </Button>
        )}
        {!last && (
          <Button variant="tertiary" aria-label={texts.down(number)} onClick={() => onMove(1)}>
            {texts.downShort}
          </Button>
        )}
        <Button variant="tertiary" aria-label={texts.remove(number)} onClick={onRemove}>
          {texts.removeShort}
        </Button>
      </div>
    </li>
  )
}
