package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.engine.Cost;
import dev.tenrec.query.engine.QueryResult;
import java.time.Instant;
import java.util.Optional;

/** What the queries behind one answer cost together, and how old their answers are. */
final class Run {
  private Optional<Cost> cost = Optional.empty();
  private Optional<Instant> oldest = Optional.empty();
  private boolean cached = true;

  void add(QueryResult result) {
    // What an engine read says more about the answer than what was remembered.
    boolean reading = !result.cached();
    cost =
        Optional.of(
            cost.map(before -> reading ? result.cost().plus(before) : before.plus(result.cost()))
                .orElse(result.cost()));
    oldest =
        Optional.of(
            oldest
                .filter(before -> before.isBefore(result.computedAt()))
                .orElse(result.computedAt()));
    cached &= result.cached();
  }

  /** Whether nothing had to be computed. */
  boolean isCached() {
    return cached && oldest.isPresent();
  }

  /** When the oldest part was computed; empty when nothing was. */
  Optional<Instant> computedAt() {
    return oldest;
  }

  /** The cost as answers carry it; empty when nothing was run. */
  Optional<ObjectNode> json() {
    return cost.map(
        all -> {
          ObjectNode json = JsonNodeFactory.instance.objectNode();
          json.put("engine", all.engine()).put("reason", all.reason()).put("files", all.files());
          json.put("bytes_scanned", all.bytes()).put("bytes_fetched", all.fetchedBytes());
          json.put("rows_scanned", all.rows());
          return json.put("milliseconds", all.planning().plus(all.running()).toMillis());
        });
  }
}
