package dev.tenrec.query.function;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many rows a query gives where it does not say. Whatever it says, it gives 50,000 at most. In
 * a combined query each member is bounded.
 */
enum Limits {
  /** For people to look at. */
  QUERY(100),
  /** For a file. */
  EXPORT(50_000);

  static final long MOST = 50_000;

  private final long otherwise;

  Limits(long otherwise) {
    this.otherwise = otherwise;
  }

  /** The rows of a query that does not say how many. */
  long otherwise() {
    return otherwise;
  }

  /**
   * A query that gives a bounded number of rows.
   *
   * @param shown the query as its author would have to write it
   * @param run what is run for it: one row more where that tells whether there are more
   * @param limit how many rows are given at most
   * @param offset how many are left out before
   * @param full from how many rows of the run on there are more than were given
   */
  record Bounded(Query shown, Query run, long limit, long offset, long full) {
    /** Whether rows were left out that the author did not leave out. */
    boolean isCut(long rows) {
      return rows >= full;
    }
  }

  /** The query, bounded. */
  Bounded bound(Query query) {
    return switch (query) {
      case Select select -> bound(select);
      case Query.Combined combined -> bound(combined);
      case Query.Open _, Query.Tagged _ -> new Bounded(query, query, otherwise, 0, Long.MAX_VALUE);
    };
  }

  private Bounded bound(Select select) {
    Optional<Query.Limit> said = select.limit();
    Optional<Long> count = said.flatMap(Query.Limit::count).flatMap(Limits::constant);
    long offset = said.flatMap(Query.Limit::offset).flatMap(Limits::constant).orElse(0L);
    boolean unsaid = said.flatMap(Query.Limit::count).isEmpty();
    if (said.filter(Query.Limit::percent).isPresent() || !unsaid && count.isEmpty()) {
      return new Bounded(select, select, MOST, offset, MOST + 1);
    }
    if (!unsaid && count.get() <= MOST) {
      return new Bounded(select, select, count.get(), offset, Long.MAX_VALUE);
    }
    long limit = unsaid ? otherwise : MOST;
    return new Bounded(
        limited(select, limit), limited(select, limit + 1), limit, offset, limit + 1);
  }

  private static Select limited(Select select, long count) {
    return select
        .change()
        .limit(
            new Query.Limit(
                Optional.of(Constant.whole(count)),
                select.limit().flatMap(Query.Limit::offset),
                false,
                select.limit().filter(Query.Limit::withTies).isPresent()))
        .build();
  }

  private Bounded bound(Query.Combined combined) {
    Bounded first = bound(combined.first());
    List<Bounded> others = combined.others().stream().map(member -> bound(member.query())).toList();
    long sum = first.limit() + others.stream().mapToLong(Bounded::limit).sum();
    // One that was bounded here may have had more rows, which its rows among the others do not
    // tell.
    long full =
        Stream.concat(Stream.of(first), others.stream())
            .filter(member -> member.full() < Long.MAX_VALUE)
            .mapToLong(Bounded::limit)
            .min()
            .orElse(Long.MAX_VALUE);
    List<Query.Member> members =
        IntStream.range(0, others.size())
            .mapToObj(
                index ->
                    new Query.Member(
                        combined.others().get(index).operator(), others.get(index).shown()))
            .toList();
    Query bounded = new Query.Combined(combined.span(), first.shown(), members);
    long limit = Math.min(sum, MOST);
    return new Bounded(bounded, bounded, limit, 0, Math.min(full, MOST + 1));
  }

  private static Optional<Long> constant(Expression expression) {
    return expression instanceof Constant(_, Literal.Whole(long value))
        ? Optional.of(value)
        : Optional.empty();
  }
}
