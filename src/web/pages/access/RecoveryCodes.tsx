import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'

/** The codes for a lost telephone, shown this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const texts = useTexts({ da, en })
  return (
    <>
      <output className="done-note">{texts.codesDone}</output>
      <p>{texts.recoveryWhat}</p>
      <ul className="plain-list">
        {codes.map((code) => (
          <li key={code}>
            <span className="secret">{code}</span>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} what={texts.recoveryCodes} />
    </>
  )
}
