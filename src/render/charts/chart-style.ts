/** Of headings, lines and dots where a municipality has no colour of its own. */
export const tilsynAccent = '#12466b'

const ink = '#1b1f24'
const muted = '#555d66'
const rule = '#c5cad0'

/** How the charts' parts look: shapes, filled or hollow, and broken lines tell them apart, and colour never alone. */
export function chartCss(accent: string): string {
  return `svg text { font-family: 'IBM Plex Sans', system-ui, sans-serif; font-size: 13px; fill: ${ink}; }
svg .axis { font-size: 11px; fill: ${muted}; }
.grid { stroke: ${rule}; stroke-width: 1; }
.span { stroke: ${accent}; stroke-width: 1.8; }
.now { fill: ${accent}; }
.before { fill: #fff; stroke: ${muted}; stroke-width: 1.4; }
.line { fill: none; stroke: ${accent}; stroke-width: 1.6; }
.centre { stroke: ${ink}; stroke-width: 1; stroke-dasharray: 5 3; }
.limit { stroke: ${muted}; stroke-width: 1.2; }
.sign { fill: none; stroke: ${ink}; stroke-width: 1.4; }
`
}
