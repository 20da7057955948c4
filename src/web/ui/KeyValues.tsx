import { Fragment, type ReactNode } from 'react'
import { useCommonTexts } from '../texts/common.ts'

export interface KeyValue {
  readonly key: string
  readonly name: string
  /** Null or undefined is shown as "not known", never as a blank. */
  readonly value: ReactNode
}

/** Facts about one thing. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  const texts = useCommonTexts()
  return (
    <dl className="key-values">
      {items.map(({ key, name, value }) => (
        <Fragment key={key}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="soft">{texts.notKnown}</span>}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
