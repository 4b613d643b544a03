import { text } from '@/hogql/rows'
import { identifier } from '@/hogql/write'

/** The properties that say what a person is called; the first that is there does. */
const NAMES = ['email', '$email', 'name', '$name', 'username']

/** What a person is called, everywhere: by address, else by name, else by a part of the id. */
export const personName = (properties: Record<string, unknown>, id: string): string =>
  NAMES.map((key) => text(properties[key])).find(Boolean) ?? `Person ${id.slice(0, 8)}`

/** The same in HogQL, empty where only the id is known; `nameOrId` puts the id in. */
export const personNameIn = (persons: string): string =>
  `coalesce(${NAMES.map((key) => `nullIf(${persons}.properties.${identifier(key)}, '')`).join(', ')})`

/** Reads what `personNameIn` answered. */
export const nameOrId = (name: unknown, id: string): string => text(name) || personName({}, id)
