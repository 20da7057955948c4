import { retention as da } from '../../../texts/da/retention.ts'
import { retention as en } from '../../../texts/en/retention.ts'
import { useTexts } from '../../../texts/language.tsx'
import { Field } from '../../../ui/Field.tsx'

/** Characters of the shortest reason that the server takes. */
export const fewestReason = 10

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** It was tried to go on; what is missing is told from then on. */
  readonly tried: boolean
}

export function ReasonField({ value, onChange, tried }: ReasonFieldProps) {
  const texts = useTexts({ da, en })
  return (
    <Field
      label={texts.reason}
      hint={texts.reasonHint}
      error={tried && value.trim().length < fewestReason ? texts.missing.reason : undefined}
    >
      {(wired) => (
        <textarea
          {...wired}
          className="form-input"
          rows={3}
          maxLength={1000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
