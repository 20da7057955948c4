interface PairsBarProps {
  readonly pairs: number
  readonly agreeing: number
}

/** How much of the pairs agree, as a length; the numbers stand beside it. */
export function PairsBar({ pairs, agreeing }: PairsBarProps) {
  return (
    <span className="pairs-bar" aria-hidden="true">
      <span style={{ inlineSize: `${pairs === 0 ? 0 : (100 * agreeing) / pairs}%` }} />
    </span>
  )
}
