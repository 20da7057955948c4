import { useCommonTexts } from '../texts/common.ts'
import { Button } from './Button.tsx'

interface DialogButtonsProps {
  /** What the form does. */
  readonly action: string
  readonly busy: boolean
  /** What cannot be undone. */
  readonly warning?: boolean
  readonly onClose: () => void
}

/** The end of a form in a dialog: do it, or leave things as they are. */
export function DialogButtons({ action, busy, warning = false, onClose }: DialogButtonsProps) {
  const { cancel } = useCommonTexts()
  return (
    <div className="button-row">
      <Button type="submit" variant={warning ? 'warning' : 'primary'} busy={busy}>
        {action}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </div>
  )
}
