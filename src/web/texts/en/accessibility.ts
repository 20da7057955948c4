import type { accessibility as danish } from '../da/accessibility.ts'

export const accessibility: typeof danish = {
  title: 'Accessibility',
  question: 'Can everybody use Tilsyn?',
  built:
    'Tilsyn is built to WCAG 2.2, level AA. Everything works from the keyboard, pages can be enlarged to 400%, and nothing is told by colour alone.',
  tested:
    'The pages are tested automatically with axe and with the keyboard whenever the program changes. Automatic tests do not find everything.',
  keysHeading: 'Keyboard',
  keys: 'Tab goes from field to field, and the first on a page skips to its content. Esc closes menus and windows. In a review J answers yes, N no and I not applicable.',
  reportHeading: 'Is there something you cannot use?',
  report:
    'Tell your administrator. The municipality that runs Tilsyn is responsible for the official accessibility statement.',
}
