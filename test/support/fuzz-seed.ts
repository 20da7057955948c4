import * as fc from 'fast-check'

/** The same in every run, so that a change is judged and not chance; `FUZZ_SEED=7 npm test` tries other cases. */
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? 1)

fc.configureGlobal({ seed: fuzzSeed })
