import { useState, type ReactNode } from 'react'

/** As `Disclosure`, for what is not to be fetched, and not to stand in the log as looked at, before it is opened. */
export function LazyDisclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const [opened, setOpened] = useState(false)
  return (
    <details className="disclosure" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      <div className="disclosure-body">{opened && children}</div>
    </details>
  )
}
