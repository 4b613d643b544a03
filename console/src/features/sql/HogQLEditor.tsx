import { acceptCompletion, autocompletion, closeBrackets } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { sql } from '@codemirror/lang-sql'
import { bracketMatching } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { hogql } from './dialect'
import { editorTheme } from './editorTheme'
import type { Mark } from './marks'
import type { Table } from './schema'

export interface EditorHandle {
  /** Puts a text where the cursor is. */
  insert: (text: string) => void
}

interface HogQLEditorProps {
  ref: Ref<EditorHandle>
  value: string
  tables: Table[]
  marks: Mark[]
  onChange: (value: string) => void
  onRun: () => void
}

/** Marks what the page wrote into the editor, and nobody typed. */
const fromElsewhere = Annotation.define<boolean>()

export function HogQLEditor({ ref, value, tables, marks, onChange, onRun }: HogQLEditorProps) {
  const frame = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView>(null)
  const language = useRef(new Compartment())
  const latest = useRef({ onChange, onRun })
  const first = useRef(value)
  useEffect(() => {
    latest.current = { onChange, onRun }
  })

  useEffect(() => {
    if (!frame.current) return
    const view = new EditorView({
      parent: frame.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ icons: false }),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'HogQL query' }),
          keymap.of([
            { key: 'Mod-Enter', run: () => (latest.current.onRun(), true), preventDefault: true },
            { key: 'Tab', run: acceptCompletion },
            ...historyKeymap,
            ...defaultKeymap,
            indentWithTab,
          ]),
          language.current.of(sql({ dialect: hogql })),
          editorTheme,
          EditorView.updateListener.of((update) => {
            const typed = !update.transactions.some((one) => one.annotation(fromElsewhere))
            if (update.docChanged && typed) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    editor.current = view
    view.focus()
    return () => {
      view.destroy()
      editor.current = null
    }
  }, [])

  // Its own changes come back as `value`; only what comes from elsewhere is written into it.
  useEffect(() => {
    const view = editor.current
    if (!view || view.state.doc.toString() === value) return
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: value },
      annotations: fromElsewhere.of(true),
    })
  }, [value])

  useEffect(() => {
    const schema = Object.fromEntries(
      tables.map((table) => [table.name, table.columns.map((column) => column.name)]),
    )
    const configured = sql({ dialect: hogql, schema, upperCaseKeywords: true })
    editor.current?.dispatch({ effects: language.current.reconfigure(configured) })
  }, [tables])

  useEffect(() => {
    const view = editor.current
    if (!view) return
    const inside = marks.filter((mark) => mark.to <= view.state.doc.length)
    view.dispatch(setDiagnostics(view.state, inside))
  }, [marks])

  useImperativeHandle(ref, () => ({
    insert: (text) => {
      const view = editor.current
      if (!view) return
      view.dispatch(view.state.replaceSelection(text))
      view.focus()
    },
  }))

  return <div ref={frame} style={{ height: '100%', minHeight: 0 }} />
}
