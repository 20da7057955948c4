export interface TwoSidedTest {
  readonly p: number
  readonly method: 'barnard' | 'fisher-mid-p'
}

/** Two-sided test of x1 of n1 against x2 of n2. */
export type ProportionTest = (x1: number, n1: number, x2: number, n2: number) => TwoSidedTest
