export interface SessionLimits {
  /** Without use, in milliseconds. */
  readonly idle: number
  /** From sign-in, in milliseconds. */
  readonly absolute: number
}

const minute = 60_000

/** A working day at most, and half an hour away from the screen. */
export const workingLimits: SessionLimits = { idle: 30 * minute, absolute: 8 * 60 * minute }

/** Nothing to protect in constructed data; a shown demo should not sign people out. */
export const demoLimits: SessionLimits = { idle: 8 * 60 * minute, absolute: 24 * 60 * minute }
