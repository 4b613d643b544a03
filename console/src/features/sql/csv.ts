import { text } from '@/hogql/rows'

/** A result as CSV for spreadsheets (RFC 4180). */
export function toCsv(columns: string[], rows: unknown[][]): string {
  return [columns, ...rows].map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
}

/** A result as text that can be pasted into a table. */
export function toTabs(columns: string[], rows: unknown[][]): string {
  const plain = (value: unknown) => text(value).replaceAll(/[\t\r\n]+/g, ' ')
  return [columns, ...rows].map((row) => row.map(plain).join('\t')).join('\n')
}

function field(value: unknown): string {
  const written = typeof value === 'string' ? defused(value) : text(value)
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written
}

/** Spreadsheets run what begins with these signs, and the text may come from anybody who sends events. */
const defused = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/** Gives the browser a file to save. */
export function download(name: string, content: string, type: string) {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
