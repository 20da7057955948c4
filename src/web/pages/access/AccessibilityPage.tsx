import { accessibility as da } from '../../texts/da/accessibility.ts'
import { accessibility as en } from '../../texts/en/accessibility.ts'
import { useTexts } from '../../texts/language.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'

export function AccessibilityPage() {
  const texts = useTexts({ da, en })
  return (
    <>
      <PageHeading title={texts.title} question={texts.question} />
      <p>{texts.built}</p>
      <p>{texts.tested}</p>
      <h2>{texts.keysHeading}</h2>
      <p>{texts.keys}</p>
      <h2>{texts.reportHeading}</h2>
      <p>{texts.report}</p>
    </>
  )
}
