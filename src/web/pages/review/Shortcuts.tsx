import { review as da } from '../../texts/da/review.ts'
import { review as en } from '../../texts/en/review.ts'
import { useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'

export function Shortcuts() {
  const texts = useTexts({ da, en })
  return (
    <Disclosure summary={texts.shortcuts}>
      <p className="soft small">{texts.shortcutsWhere}</p>
      <KeyValues
        items={texts.shortcutList.map(([keys = '', does]) => ({ key: keys, name: keys, value: does }))}
      />
    </Disclosure>
  )
}
