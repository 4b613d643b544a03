package dev.tenrec.api.errors;

import dev.tenrec.api.errors.uploads.Uploads;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.http.Router.Route;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSets;
import dev.tenrec.streams.EnvelopeStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The routes of error tracking: issues, uploaded source maps, and the releases they belong to.
 *
 * @param scope lets requests into their project
 * @param accounts those who can deal with an issue
 * @param issues the issues
 * @param symbolSets the uploaded source maps
 * @param releases the releases they belong to
 * @param uploads where the maps themselves are
 * @param processed takes what the lake has to know of merges and splits
 */
public record ErrorTrackingRoutes(
    ProjectScope scope,
    Accounts accounts,
    Issues issues,
    SymbolSets symbolSets,
    Releases releases,
    Uploads uploads,
    EnvelopeStream processed) {
  static final String READ = "error_tracking:read";
  static final String WRITE = "error_tracking:write";

  public List<Route> routes() {
    return Stream.of(
            new IssueResource(scope, issues, new Assignees(accounts)).routes(),
            new IssueMoveResource(scope, issues, processed).routes(),
            new SymbolUploadResource(this).routes(),
            new SymbolSetResource(this).routes(),
            new ReleaseResource(scope, releases).routes())
        .flatMap(List::stream)
        .toList();
  }
}
