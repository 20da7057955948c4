import { Icon } from '../../ui/Icon.tsx'

export function FileLink({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <li>
      <a href={to} download>
        <Icon name="download" />
        {text}
      </a>
    </li>
  )
}
