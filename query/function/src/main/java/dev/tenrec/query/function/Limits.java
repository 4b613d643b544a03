package dev.tenrec.query.function;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import java.util.Optional;

/**
 * Bounds how many rows a query gives: 100 where it does not say, 50,000 whatever it says. In a
 * combined query each member is bounded.
 */
final class Limits {
  static final long DEFAULT = 100;
  static final long MOST = 50_000;

  private Limits() {}

  /** The query with a limit. */
  static Query bounded(Query query) {
    return switch (query) {
      case Select select -> bounded(select);
      case Query.Combined combined ->
          new Query.Combined(
              combined.span(),
              bounded(combined.first()),
              combined.others().stream()
                  .map(member -> new Query.Member(member.operator(), bounded(member.query())))
                  .toList());
      case Query.Open open -> open;
      case Query.Tagged tagged -> tagged;
    };
  }

  /** The rows that the query may give at most. */
  static long of(Query query) {
    return switch (query) {
      case Select select ->
          select.limit().flatMap(Query.Limit::count).flatMap(Limits::constant).orElse(DEFAULT);
      case Query.Combined combined ->
          of(combined.first())
              + combined.others().stream().mapToLong(member -> of(member.query())).sum();
      case Query.Open _, Query.Tagged _ -> DEFAULT;
    };
  }

  private static Select bounded(Select select) {
    Optional<Query.Limit> limit = select.limit();
    if (limit.isEmpty() || limit.get().count().isEmpty()) {
      Optional<Expression> offset = limit.flatMap(Query.Limit::offset);
      return select
          .change()
          .limit(new Query.Limit(Optional.of(Constant.whole(DEFAULT)), offset, false, false))
          .build();
    }
    Query.Limit said = limit.get();
    boolean tooMany =
        !said.percent() && constant(said.count().get()).filter(count -> count > MOST).isPresent();
    return tooMany
        ? select
            .change()
            .limit(
                new Query.Limit(
                    Optional.of(Constant.whole(MOST)), said.offset(), false, said.withTies()))
            .build()
        : select;
  }

  private static Optional<Long> constant(Expression expression) {
    return expression instanceof Constant(_, Literal.Whole(long value))
        ? Optional.of(value)
        : Optional.empty();
  }
}
