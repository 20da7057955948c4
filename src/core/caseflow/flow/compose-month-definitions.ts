import type { LocalText } from '../../language/language.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { ReportSection } from '../../report/report.ts'
import { momentWords } from './compose-period.ts'
import type { MonthReport } from './month-report.ts'

const typeDefinition = {
  da: 'Typen af en foranstaltning er fagsystemets eget ord; tomt hedder Uden type.',
  en: 'The type of a measure is the case system’s own word; where it says none: Without a type.',
} as const

/** What each figure means, so that the file can be read without the program. */
export function monthDefinitions(
  { followedTo, named }: Pick<MonthReport, 'followedTo' | 'named'>,
  counted: readonly LocalText[],
): ReportSection {
  const now = momentWords(followedTo)
  return {
    key: 'definitions',
    title: { da: 'Sådan er tallene talt', en: 'How the numbers are counted' },
    annex: true,
    blocks: [
      {
        kind: 'list',
        items: [
          {
            da: 'Måneden er kalendermåneden i dansk tid. Ved månedens slutning er når dens sidste dag er gået.',
            en: 'The month is that of the calendar, Danish time. The end of the month is when its last day is over.',
          },
          ...(named.measures ? [typeDefinition] : []),
          {
            da: `Frister hører til den måned, deres sidste dag ligger i, og er fulgt til ${now.da}. En senere udgave af rapporten kan derfor vise andre tal for samme måned.`,
            en: `Deadlines belong to the month of their last day and are followed to ${now.en}. A later edition may therefore show other numbers for the same month.`,
          },
          {
            da: 'Andelen i tide er af det, hvis frist er udløbet; det, der blev gjort før tid, tæller med, når fristen ville være udløbet, så en rask start ikke pynter. Det, datoerne ikke fortæller om, er i ingen andel og står ved siden af.',
            en: 'The share in time is of what has had its time; what was done early counts once its time would be up, so that a quick start does not flatter. What the dates do not tell of is in no share and stands beside it.',
          },
          {
            da: 'Af under ti vises ingen procent, kun antal.',
            en: 'Of fewer than ten no percentage is shown, only counts.',
          },
          {
            da: 'Kurverne dømmes efter Anhøjs to regler (et langt forløb på samme side af medianen; få krydsninger), og andele også efter Laneys grænser. Måneder, der ikke er slut, er ikke med.',
            en: 'Charts are judged by Anhøj’s two rules (a long run on one side of the median; few crossings), and shares by Laney’s limits too. Months that are not over are left out.',
          },
          {
            da: 'Tallene er for enheder og hele kommunen. Der er ingen tal for den enkelte rådgiver.',
            en: 'The numbers are of units and of the whole municipality. None is of a single caseworker.',
          },
          ...counted.map(({ da, en }) => ({ da: quoteText(da), en: quoteText(en) })),
        ],
      },
    ],
    sections: [],
  }
}
