import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
  type ISectionOptions,
  type Table,
} from 'docx'
import type { PrintedBlock, PrintedReport, PrintedSection } from '../../core/report/printed-report.ts'
import type { Language } from '../../core/language/language.ts'
import { fixPackage } from '../fix-package.ts'
import { words } from '../words.ts'
import { docxTable } from './docx-table.ts'

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
const locales = { da: 'da-DK', en: 'en-GB' } as const
/** A4 in twentieths of a point. */
const paper = { width: 11906, height: 16838 }

/** A text document to edit: real headings, lists and tables; charts as their sentence, with the table after them. */
export async function renderDocx(printed: PrintedReport, createdAt: Date): Promise<Uint8Array> {
  const { language, title, subtitle, municipality } = printed
  const document = new Document({
    title,
    description: subtitle,
    ...(municipality === null ? {} : { creator: municipality }),
    features: { updateFields: true },
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 21, language: { value: locales[language] } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: {
          run: { size: 36, bold: true, color: '12466b' },
          paragraph: { spacing: { before: 360, after: 160 } },
        },
        heading2: {
          run: { size: 27, bold: true, color: '12466b' },
          paragraph: { spacing: { before: 280, after: 120 } },
        },
        heading3: {
          run: { size: 23, bold: true, color: '12466b' },
          paragraph: { spacing: { before: 200, after: 100 } },
        },
      },
    },
    sections: [frontSection(printed), ...chapterSections(printed)],
  })
  return fixPackage(await Packer.toBuffer(document), createdAt, { 'word/document.xml': renumberBookmarks })
}

/** The library counts bookmarks over the whole process; a file counts its own from 1. */
function renumberBookmarks(xml: string): string {
  const numbers = new Map<string, number>()
  return xml.replaceAll(
    /(_Toc|(?<=<w:bookmark(?:Start|End)[^>]*) w:id=")(\d+)/g,
    (_whole, before: string, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return `${before}${number}`
    },
  )
}

function frontSection(printed: PrintedReport): ISectionOptions {
  const { title, subtitle, municipality, edition, notice, basis, brief } = printed
  return {
    ...frame(printed, false),
    children: [
      ...(municipality === null
        ? []
        : [new Paragraph({ text: municipality, spacing: { before: brief ? 0 : 2400 } })]),
      new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
      new Paragraph(subtitle),
      new Paragraph(edition),
      new Paragraph(basis),
      ...(notice === null ? [] : [new Paragraph({ children: [new TextRun({ text: notice, bold: true })] })]),
      ...(brief
        ? []
        : [
            new TableOfContents(words[printed.language].contents, {
              headingStyleRange: '1-2',
              hyperlink: true,
            }),
          ]),
    ],
  }
}

/** Runs of chapters with the same paper direction share one Word section. */
function chapterSections(printed: PrintedReport): readonly ISectionOptions[] {
  const runs: { wide: boolean; children: (Paragraph | Table)[] }[] = []
  for (const section of printed.sections) {
    const children = sectionChildren(section, 0, printed.language)
    const last = runs.at(-1)
    if (last !== undefined && last.wide === section.wide) last.children.push(...children)
    else runs.push({ wide: section.wide, children: [...children] })
  }
  return runs.map(({ wide, children }) => ({ ...frame(printed, wide), children }))
}

function frame({ title, edition, notice, language }: PrintedReport, wide: boolean) {
  return {
    properties: {
      page: { size: { ...paper, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } },
    },
    headers: { default: new Header({ children: [new Paragraph(`${title} · ${edition}`)] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.END,
            children: [
              new TextRun({
                children: [
                  ...(notice === null ? [] : [`${notice} · `]),
                  `${words[language].page} `,
                  PageNumber.CURRENT,
                  ` ${words[language].of} `,
                  PageNumber.TOTAL_PAGES,
                ],
              }),
            ],
          }),
        ],
      }),
    },
  }
}

function sectionChildren(
  section: PrintedSection,
  depth: number,
  language: Language,
): readonly (Paragraph | Table)[] {
  return [
    new Paragraph({
      text: `${section.number} ${section.title}`,
      heading: headings[Math.min(depth, headings.length - 1)] ?? HeadingLevel.HEADING_3,
    }),
    ...section.blocks.flatMap((block) => blockChildren(block, language)),
    ...section.sections.flatMap((child) => sectionChildren(child, depth + 1, language)),
  ]
}

function blockChildren(block: PrintedBlock, language: Language): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph(block.text)]
    case 'note':
      return [new Paragraph({ children: [new TextRun({ text: block.text, italics: true })] })]
    case 'list':
      return block.items.map((item) => new Paragraph({ text: item, bullet: { level: 0 } }))
    case 'table':
      return [
        new Paragraph({
          keepNext: true,
          children: [
            new TextRun({ text: `${words[language].table} ${block.number}: ${block.caption}`, bold: true }),
          ],
        }),
        docxTable(block),
        new Paragraph(''),
      ]
    case 'dot-chart':
    case 'run-chart':
      return [new Paragraph(block.alternative)]
    default:
      return block satisfies never
  }
}
