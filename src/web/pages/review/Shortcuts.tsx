import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { reviewForm as daForm } from '../../texts/da/review-form.ts'
import { reviewForm as enForm } from '../../texts/en/review-form.ts'
import { useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'

export function Shortcuts() {
  const texts = useTexts({ da, en })
  const { shortcuts } = useTexts({ da: daForm, en: enForm })
  return (
    <Disclosure summary={texts.shortcuts}>
      <p className="soft small">{texts.shortcutsWhere}</p>
      <KeyValues
        items={[...texts.shortcutList, ...shortcuts].map(([keys = '', does]) => ({
          key: keys,
          name: keys,
          value: does,
        }))}
      />
    </Disclosure>
  )
}
