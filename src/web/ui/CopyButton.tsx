import { useState } from 'react'
import { useCommonTexts } from '../texts/common.ts'
import { Button } from './Button.tsx'

/** Copies a text that nobody should type, such as a digest or a command. `what` names it for those who listen. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { copy } = useCommonTexts()
  const [said, setSaid] = useState('')
  const press = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(copy.copied)
    } catch {
      // Browsers forbid it without permission, and on pages that did not come over a secure connection.
      setSaid(copy.notCopied)
    }
  }
  return (
    <span className="copy">
      <Button variant="tertiary" aria-label={copy.what(what)} onClick={() => void press()}>
        {copy.action}
      </Button>
      <output className="soft small">{said}</output>
    </span>
  )
}
