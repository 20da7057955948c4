import type { Kind } from './kind.ts'

/** Of training cases that all answer alone and then look at together. */
export const calibrationKinds = {
  'calibration-invited': {
    urgent: false,
    text: {
      da: {
        one: 'Du er inviteret til en kalibrering: svar på en øvesag før fristen.',
        other: 'Du er inviteret til {n} kalibreringer: svar på øvesagerne før fristen.',
      },
      en: {
        one: 'You are invited to a calibration: answer a training case before it is due.',
        other: 'You are invited to {n} calibrations: answer the training cases before they are due.',
      },
    },
  },
  'calibration-opened': {
    urgent: false,
    text: {
      da: {
        one: 'Svarene i en kalibrering er åbnet; se, hvor I er enige.',
        other: 'Svarene i {n} kalibreringer er åbnet; se, hvor I er enige.',
      },
      en: {
        one: 'The answers of a calibration are open; see where you agree.',
        other: 'The answers of {n} calibrations are open; see where you agree.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Kind>>
