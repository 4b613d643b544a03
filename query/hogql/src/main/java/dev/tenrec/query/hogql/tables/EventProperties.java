package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The properties of events: some in columns of their own, the rest in a document. */
final class EventProperties implements Field.Document {
  private final QueryContext context;
  private final LakeScan scan;

  EventProperties(QueryContext context, LakeScan scan) {
    this.context = context;
    this.scan = scan;
  }

  @Override
  public Value property(List<String> path) {
    Optional<Value> column =
        path.size() == 1
            ? Optional.ofNullable(context.promoted().get(path.getFirst())).map(this::promoted)
            : Optional.empty();
    return new Value.Property(column, rest(), path);
  }

  @Override
  public Value whole() {
    return new Value.Document(
        new TreeMap<>(context.promoted())
            .entrySet().stream()
                .map(entry -> new Value.Promoted(entry.getKey(), promoted(entry.getValue())))
                .toList(),
        rest());
  }

  @Override
  public Value holding(String key) {
    return context.promoted().containsKey(key) ? whole() : rest();
  }

  private Value promoted(String column) {
    return scan.column(column, Scalar.STRING, true);
  }

  private Value rest() {
    return scan.column("properties", Scalar.JSON);
  }
}
