import { useRouteError } from 'react-router'
import { Button } from '@/components/Button'
import { ErrorNotice } from '@/components/Notice'
import { Page } from '@/components/Page'

/** A page that could not be loaded (a new version was deployed meanwhile) or that broke. */
export function RouteError() {
  const error = useRouteError()
  return (
    <Page title="This page did not work" narrow>
      <ErrorNotice error={error} />
      <p>
        After an update of Tenrec an open console can miss files of the version before; loading the
        page again brings the new ones.
      </p>
      <div>
        <Button look="primary" icon="refresh" onClick={() => window.location.reload()}>
          Load the page again
        </Button>
      </div>
    </Page>
  )
}
