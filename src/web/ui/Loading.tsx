import { useCommonTexts } from '../texts/common.ts'

/** Keeps the place of what is coming, and says so only when it takes longer than a blink. */
export function Loading() {
  const texts = useCommonTexts()
  return <output className="loading">{texts.loading}</output>
}
