/**
 * What the case system registered about a case. The day is always known; the moment only where a time of day was
 * registered and names one moment (an hour that the clock ran through twice in October does not, without its offset).
 */
export interface CaseEvent {
  /** Key of an event kind of the rules. */
  readonly kind: string
  /** The day in Denmark, as days since 1970-01-01. */
  readonly day: number
  /** Milliseconds since 1970-01-01T00:00Z; null where nobody can tell. */
  readonly moment: number | null
  /** '' where the source says nothing. */
  readonly unit: string
  readonly caseworker: string
  readonly child: string
  /** Everything else the source says, such as a limit that was set in the case, or what an event answers. */
  readonly attributes: Readonly<Record<string, string>>
}
