import type { ReactNode } from 'react'

/** Nothing is here yet: says why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      <p>{children}</p>
      {action !== undefined && <div className="button-row">{action}</div>}
    </section>
  )
}
