import type { ReactNode } from 'react'

/** `danger` is kept for a child at risk and for what is overdue. */
export type StatusKind = 'neutral' | 'active' | 'done' | 'attention' | 'danger'

/** A state as a word with a shape of its own: it can be told apart without colours. */
export function StatusTag({ kind, children }: { kind: StatusKind; children: ReactNode }) {
  return (
    <span className={`status ${kind}`}>
      <StatusShape kind={kind} />
      {children}
    </span>
  )
}

function StatusShape({ kind }: { kind: StatusKind }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">
      {shapes[kind]}
    </svg>
  )
}

const shapes: Readonly<Record<StatusKind, ReactNode>> = {
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  active: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
    </>
  ),
  done: <path d="M1 6.4 2.6 4.8 4.8 7 9.6 1.8 11.2 3.4 4.8 10.2z" />,
  attention: <path d="M6 0.8 11.6 11H0.4z" />,
  danger: <path d="M6 0 12 6 6 12 0 6z" />,
}
