import { createContext, useContext } from 'react'

/** Whether every share names its numerator, denominator and not-applicable count below it. */
const CountsShown = createContext(false)

export const CountsProvider = CountsShown.Provider

export function useCountsShown(): boolean {
  return useContext(CountsShown)
}
