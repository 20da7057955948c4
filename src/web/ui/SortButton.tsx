import type { Sort } from './sort.ts'

interface SortButtonProps {
  readonly title: string
  /** Undefined when the table is sorted by something else. */
  readonly direction: Sort['direction'] | undefined
  readonly onPress: () => void
}

/** A column heading that sorts; the direction is read from the heading's `aria-sort`. */
export function SortButton({ title, direction, onPress }: SortButtonProps) {
  return (
    <button type="button" className="sort-button" onClick={onPress}>
      <span>{title}</span>
      <span className="direction" aria-hidden="true">
        {direction === undefined ? '' : direction === 'ascending' ? '↑' : '↓'}
      </span>
    </button>
  )
}
