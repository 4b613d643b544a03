import { useState } from 'react'
import { useProject } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Segmented } from '@/components/Segmented'
import { flagCode, languages, type Language } from './code'
import type { FlagDraft } from './draft'

/** How an app asks for the flag. */
export function FlagCode({ draft }: { draft: FlagDraft }) {
  const project = useProject()
  const [language, setLanguage] = useState<Language>('web')
  return (
    <>
      <div>
        <Segmented label="Language" value={language} segments={languages} onChange={setLanguage} />
      </div>
      <CodeBlock
        code={flagCode(language, draft.key.trim() || 'new-checkout', draft.variants, {
          host: window.location.origin,
          token: project.api_token,
        })}
      />
    </>
  )
}
