import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useCommonTexts } from '../texts/common.ts'
import { useLanguage } from '../texts/language.tsx'
import { Button } from './Button.tsx'
import { SortButton } from './SortButton.tsx'
import { nextSort, sortRows, type Sort } from './sort.ts'

export interface DataColumn<Row> {
  readonly key: string
  readonly title: string
  /** `end` for figures: right-aligned, in tabular numerals. */
  readonly align?: 'start' | 'end'
  readonly render: (row: Row) => ReactNode
  /** What the column sorts by; null sorts last either way. Left out: not sortable. */
  readonly sortBy?: (row: Row) => string | number | null
  /** The cell that names the row; exactly one column should have it. */
  readonly rowHeader?: boolean
  readonly className?: string
  /** Replaces the printed heading (an axis, for instance); `title` stays for those who listen. */
  readonly heading?: ReactNode
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly captionHidden?: boolean
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Sorting kept by the page, for instance in the address; left out, the table keeps it itself. */
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort) => void
  readonly isTotal?: (row: Row) => boolean
  /** On narrow screens each row becomes a small list, and a long table is folded; otherwise it scrolls sideways. */
  readonly stacked?: boolean
  /** Of a stacked row: the column `now` stands beside its name, the other figures share the lines below. */
  readonly compact?: boolean
}

/** Rows of a folded table that stand open. */
const shownFirst = 10
/** Fewer are not worth a button. */
const fewestFolded = 3

/** A real table. Rows of totals stay last however it is sorted. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, stacked = false, compact = false, isTotal = () => false } = props
  const texts = useCommonTexts()
  const language = useLanguage()
  const captionId = useId()
  const [ownSort, setOwnSort] = useState<Sort | undefined>()
  const sort = props.onSort === undefined ? ownSort : props.sort
  const { frame, scrolls } = useScrolls()
  const { isOpen, toggle } = useFold(frame)
  const tableId = useId()

  const sortBy = columns.find((column) => column.key === sort?.column)?.sortBy
  const body = rows.filter((row) => !isTotal(row))
  const sorted = sort && sortBy ? sortRows(body, sortBy, sort.direction, language) : body
  const folds = stacked && body.length >= shownFirst + fewestFolded

  return (
    <div
      ref={frame}
      className="table-frame table-scroll"
      // Only a table that scrolls needs a stop for the keyboard.
      {...(scrolls ? { role: 'region', tabIndex: 0, 'aria-label': texts.table(caption) } : {})}
    >
      <table
        id={tableId}
        className={`data-table${stacked ? ' stacked' : ''}${compact ? ' compact' : ''}${folds && !isOpen ? ' folded' : ''}`}
        aria-labelledby={captionId}
      >
        <caption id={captionId} className={props.captionHidden === true ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cellClass(column)}
                aria-sort={column.key === sort?.column ? sort.direction : undefined}
              >
                {column.heading !== undefined ? (
                  <>
                    <span className="visually-hidden">{column.title}</span>
                    {column.heading}
                  </>
                ) : column.sortBy === undefined ? (
                  column.title
                ) : (
                  <SortButton
                    title={column.title}
                    direction={column.key === sort?.column ? sort.direction : undefined}
                    onPress={() => (props.onSort ?? setOwnSort)(nextSort(sort, column.key))}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...sorted, ...rows.filter(isTotal)].map((row, at) => {
            const isLater = folds && at >= shownFirst && !isTotal(row)
            return (
              <tr key={rowKey(row)} className={isTotal(row) ? 'total' : isLater ? 'later' : undefined}>
                {columns.map((column) =>
                  column.rowHeader === true ? (
                    <th
                      key={column.key}
                      scope="row"
                      className={cellClass(column)}
                      tabIndex={isLater ? -1 : undefined}
                    >
                      {column.render(row)}
                    </th>
                  ) : (
                    <td key={column.key} className={cellClass(column)} data-title={column.title}>
                      {column.render(row)}
                    </td>
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {folds && (
        <Button
          className="unfold"
          aria-expanded={isOpen}
          aria-controls={tableId}
          aria-describedby={captionId}
          onClick={({ currentTarget }) => toggle(currentTarget)}
        >
          {isOpen ? texts.showFirst(shownFirst) : texts.showAll(body.length)}
        </Button>
      )}
    </div>
  )
}

function cellClass({ align, className }: Pick<DataColumn<never>, 'align' | 'className'>): string | undefined {
  const classes = [align === 'end' ? 'end' : '', className ?? ''].filter((part) => part !== '')
  return classes.length === 0 ? undefined : classes.join(' ')
}

/** Whether a folded table stands open. Whoever opens it goes on at the first row that came, and not far below it. */
function useFold(frame: RefObject<HTMLDivElement | null>) {
  const [isOpen, setOpen] = useState(false)
  const toggle = (button: HTMLButtonElement) => {
    flushSync(() => setOpen(!isOpen))
    if (isOpen) button.scrollIntoView({ block: 'nearest' })
    else frame.current?.querySelector<HTMLElement>('tr.later th')?.focus({ preventScroll: true })
  }
  return { isOpen, toggle }
}

/** Whether the frame's content is wider than the frame. */
function useScrolls() {
  const frame = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { frame, scrolls }
}
