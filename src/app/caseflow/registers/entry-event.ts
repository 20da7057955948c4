import {
  apartAttribute,
  isStepped,
  liftedRule,
  setAsideKind,
  withdrawnKind,
  type Register,
} from '../../../core/caseflow/registers/register.ts'
import type { EntryContent, EntryEvent } from '../../../storage/caseflow/register-entry.ts'

interface Of {
  readonly register: Register
  readonly about: string
}

/** An entry as the rules see it: what it is about keeps it apart from others, and an exception says what it lifts and why. */
export function eventOf({ register, about }: Of, { kind, note }: EntryContent): EntryEvent {
  const rule = kind === 'exception-recorded' ? liftedRule[register] : undefined
  return {
    kind,
    attributes: {
      ...(isStepped(register) && about !== '' && { [apartAttribute[register]]: about }),
      ...(rule !== undefined && { rule, reason: note }),
    },
  }
}

/** An entry that no longer counts, as the rules see it: of a kind that none of them asks about. */
export function idleEventOf(why: 'withdrawn' | 'set-aside', { kind }: EntryContent): EntryEvent {
  return { kind: why === 'withdrawn' ? withdrawnKind : setAsideKind, attributes: { entered_as: kind } }
}
