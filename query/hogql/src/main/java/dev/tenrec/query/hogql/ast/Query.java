package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Something that gives rows: a select, several of them combined, or what stands for one. */
public sealed interface Query extends Node
    permits Select, Query.Combined, Query.Open, Query.Tagged {

  /** Several queries and the operators between them, left to right. */
  record Combined(Span span, Query first, List<Member> others) implements Query {
    public Combined {
      requireNonNull(first, "first is null");
      others = List.copyOf(others);
      if (others.isEmpty()) {
        throw new IllegalArgumentException("A combined query needs at least two members");
      }
    }
  }

  /** One more query of a combined one. */
  record Member(SetOperator operator, Query query) {}

  /** How the rows of two queries are combined. */
  enum SetOperator {
    UNION_ALL("UNION ALL"),
    UNION_DISTINCT("UNION DISTINCT"),
    INTERSECT("INTERSECT"),
    INTERSECT_DISTINCT("INTERSECT DISTINCT"),
    EXCEPT("EXCEPT"),
    EXCEPT_DISTINCT("EXCEPT DISTINCT");

    private final String symbol;

    SetOperator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** A placeholder where a query is expected. */
  record Open(Span span, Expression expression) implements Query {}

  /** A tag where a query is expected: its kind is the name of a query node. */
  record Tagged(Span span, Expression.Tag tag) implements Query {}

  /** One WITH: a named query or a named value. */
  sealed interface Common {
    String name();

    /** name AS (query). */
    record CommonTable(Span span, String name, List<String> columns, Query query)
        implements Common {
      public CommonTable {
        columns = List.copyOf(columns);
      }
    }

    /** value AS name. */
    record CommonValue(Span span, String name, Expression expression) implements Common {}
  }

  /** GROUP BY in its forms. */
  sealed interface Grouping {
    /** By these values. */
    record By(List<Expression> keys) implements Grouping {
      public By {
        keys = List.copyOf(keys);
      }
    }

    /** By every selected value that is no aggregate. */
    record All() implements Grouping {}

    /** By every subset. */
    record Cube(List<Expression> keys) implements Grouping {
      public Cube {
        keys = List.copyOf(keys);
      }
    }

    /** By every beginning. */
    record Rollup(List<Expression> keys) implements Grouping {
      public Rollup {
        keys = List.copyOf(keys);
      }
    }

    /** By each of these sets. */
    record Sets(List<List<Expression>> sets) implements Grouping {
      public Sets {
        sets = sets.stream().map(List::copyOf).toList();
      }
    }
  }

  /** ARRAY JOIN: one row for each element. */
  record ArrayJoin(Span span, boolean left, List<Expression> arrays) {
    public ArrayJoin {
      arrays = List.copyOf(arrays);
    }
  }

  /** One entry of the WINDOW clause. */
  record NamedWindow(String name, Window.Specification window) {}

  /** LIMIT n BY keys. */
  record LimitBy(Expression count, Optional<Expression> offset, List<Expression> keys) {
    public LimitBy {
      keys = List.copyOf(keys);
    }
  }

  /** LIMIT and OFFSET. */
  record Limit(
      Optional<Expression> count, Optional<Expression> offset, boolean percent, boolean withTies) {}

  /** ORDER BY: keys, or ALL. */
  record Order(List<SortItem> items, Optional<Boolean> allDescending) {
    public Order {
      items = List.copyOf(items);
    }

    /** No order. */
    public static Order none() {
      return new Order(List.of(), Optional.empty());
    }

    /** By these keys. */
    public static Order by(SortItem... items) {
      return new Order(List.of(items), Optional.empty());
    }
  }
}
