package dev.tenrec.api;

import static java.util.Objects.requireNonNull;

import dev.tenrec.api.uploads.Uploads;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSets;
import dev.tenrec.streams.EnvelopeStream;

/**
 * What error tracking stands on.
 *
 * @param issues the issues
 * @param symbolSets the uploaded source maps
 * @param releases the releases they belong to
 * @param uploads where the maps themselves are
 * @param processed takes what the lake has to know of merges and splits
 */
record ErrorTracking(
    Issues issues,
    SymbolSets symbolSets,
    Releases releases,
    Uploads uploads,
    EnvelopeStream processed) {
  static final String READ = "error_tracking:read";
  static final String WRITE = "error_tracking:write";

  ErrorTracking {
    requireNonNull(issues, "issues is null");
    requireNonNull(symbolSets, "symbolSets is null");
    requireNonNull(releases, "releases is null");
    requireNonNull(uploads, "uploads is null");
    requireNonNull(processed, "processed is null");
  }
}
