import type { ButtonHTMLAttributes } from 'react'

/** One primary button a page: its main action. `warning` only for what cannot be undone. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'warning'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant
  /** Work is under way: the button stays focusable, keeps its width, and a second press does nothing. */
  readonly busy?: boolean
}

export function Button({
  variant = 'secondary',
  busy = false,
  className,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      className={buttonClass(variant, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

/** For links that look like buttons. */
export function buttonClass(variant: ButtonVariant, extra = ''): string {
  return `button button-${variant} ${extra}`.trim()
}
