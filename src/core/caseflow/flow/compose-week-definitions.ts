import type { LocalText } from '../../language/language.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { ReportSection } from '../../report/report.ts'
import { momentWords } from './compose-period.ts'
import type { WeekReport } from './week-report.ts'

/** What each figure means, so that the file can be read without the program. */
export function weekDefinitions(
  { followedTo, words: { received } }: Pick<WeekReport, 'followedTo' | 'words'>,
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
            da: 'Ugen går fra mandag kl. 00.00 til søndag kl. 24.00 dansk tid (ISO-uge).',
            en: 'The week is from Monday 00:00 to Sunday 24:00, Danish time (an ISO week).',
          },
          {
            da: 'Ny sag: sagen havde ingen tidligere hændelse.',
            en: 'New case: the case had no earlier event.',
          },
          {
            da: `Hvad der blev af ugens ${received.many.da}, og om den første frist blev holdt, er fulgt til ${now.da}. En senere udgave af rapporten kan derfor vise andre tal for samme uge.`,
            en: `What became of the week’s ${received.many.en}, and whether the first deadline was kept, is followed to ${now.en}. A later edition may therefore show other numbers for the same week.`,
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
            da: 'En sag står ved den frist, der udløber først; er en frist overskredet, står sagen dér.',
            en: 'A case stands with the deadline that ends first; if one is past its time, it stands there.',
          },
          {
            da: 'Kurverne dømmes efter Anhøjs to regler (et langt forløb på samme side af medianen; få krydsninger), og andele også efter Laneys grænser. Uger, der ikke er slut, er ikke med.',
            en: 'Charts are judged by Anhøj’s two rules (a long run on one side of the median; few crossings), and shares by Laney’s limits too. Weeks that are not over are left out.',
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
