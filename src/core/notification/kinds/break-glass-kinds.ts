import type { Kind } from './kind.ts'

/** Of cases opened in an emergency. */
export const breakGlassKinds = {
  'break-glass-opened': {
    urgent: true,
    text: {
      da: {
        one: 'En sag er åbnet med nødadgang. Se hvem og hvorfor, og vurder, om det var berettiget.',
        other: '{n} sager er åbnet med nødadgang. Se hvem og hvorfor, og vurder, om det var berettiget.',
      },
      en: {
        one: 'A case was opened by break-glass. See by whom and why, and judge whether it was justified.',
        other:
          '{n} cases were opened by break-glass. See by whom and why, and judge whether it was justified.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
