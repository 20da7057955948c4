import { common as da } from './da/common.ts'
import { common as en } from './en/common.ts'
import { useTexts } from './language.tsx'

/** Words that every page shares. */
export function useCommonTexts(): typeof da {
  return useTexts({ da, en })
}
