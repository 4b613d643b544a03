package dev.tenrec.query.hogql.print;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Window;
import java.util.List;
import java.util.Optional;

/** Prints queries and their clauses. */
final class QueryPrinter {
  private final Text text;

  QueryPrinter(Text text) {
    this.text = text;
  }

  void print(Query query) {
    switch (query) {
      case Select select -> printSelect(select);
      case Query.Combined combined -> {
        printMember(combined.first());
        for (Query.Member member : combined.others()) {
          text.add(" ").add(member.operator().symbol()).add(" ");
          printMember(member.query());
        }
      }
      case Query.Open open -> {
        text.add("{");
        text.expressions().print(open.expression());
        text.add("}");
      }
      case Query.Tagged tagged -> text.expressions().print(tagged.tag());
    }
  }

  private void printMember(Query member) {
    if (member instanceof Query.Combined) {
      text.add("(");
      print(member);
      text.add(")");
    } else {
      print(member);
    }
  }

  private void printSelect(Select select) {
    if (!select.with().isEmpty()) {
      text.add(select.recursive() ? "WITH RECURSIVE " : "WITH ")
          .list(select.with(), this::printCommon)
          .add(" ");
    }
    text.add(select.distinct() ? "SELECT DISTINCT " : "SELECT ")
        .list(select.columns(), text.expressions()::printAliased);
    select
        .from()
        .ifPresent(
            from -> {
              text.add(" FROM ");
              text.tables().print(from);
            });
    select
        .arrayJoin()
        .ifPresent(
            join ->
                text.add(join.left() ? " LEFT ARRAY JOIN " : " ARRAY JOIN ")
                    .list(join.arrays(), text.expressions()::printAliased));
    clause(" PREWHERE ", select.prewhere());
    clause(" WHERE ", select.where());
    select.groupBy().ifPresent(this::printGrouping);
    clause(" HAVING ", select.having());
    clause(" QUALIFY ", select.qualify());
    if (!select.windows().isEmpty()) {
      text.add(" WINDOW ")
          .list(
              select.windows(),
              named -> {
                text.name(named.name()).add(" AS ");
                printWindow(named.window());
              });
    }
    printOrder(select.orderBy());
    select.limitBy().ifPresent(this::printLimitBy);
    select.limit().ifPresent(this::printLimit);
  }

  private void clause(String keyword, Optional<Expression> condition) {
    condition.ifPresent(
        present -> {
          text.add(keyword);
          text.expressions().print(present);
        });
  }

  private void printCommon(Query.Common common) {
    switch (common) {
      case Query.Common.CommonTable table -> {
        text.name(table.name());
        if (!table.columns().isEmpty()) {
          text.add("(").list(table.columns(), text::name).add(")");
        }
        text.add(" AS (");
        print(table.query());
        text.add(")");
      }
      case Query.Common.CommonValue value -> {
        text.expressions().print(value.expression());
        text.add(" AS ").name(value.name());
      }
    }
  }

  private void printGrouping(Query.Grouping grouping) {
    text.add(" GROUP BY ");
    switch (grouping) {
      case Query.Grouping.By by -> printList(by.keys());
      case Query.Grouping.All _ -> text.add("ALL");
      case Query.Grouping.Cube cube -> {
        text.add("CUBE(");
        printList(cube.keys()).add(")");
      }
      case Query.Grouping.Rollup rollup -> {
        text.add("ROLLUP(");
        printList(rollup.keys()).add(")");
      }
      case Query.Grouping.Sets sets ->
          text.add("GROUPING SETS (")
              .list(
                  sets.sets(),
                  set -> {
                    text.add("(");
                    printList(set).add(")");
                  })
              .add(")");
    }
  }

  private Text printList(List<Expression> expressions) {
    return text.list(expressions, text.expressions()::print);
  }

  private void printOrder(Query.Order order) {
    order
        .allDescending()
        .ifPresent(descending -> text.add(" ORDER BY ALL").add(descending ? " DESC" : ""));
    if (!order.items().isEmpty()) {
      text.add(" ORDER BY ").list(order.items(), this::printSortItem);
    }
  }

  void printSortItem(SortItem item) {
    text.expressions().printAliased(item.expression());
    text.add(item.descending() ? " DESC" : "");
    item.nullsFirst().ifPresent(first -> text.add(first ? " NULLS FIRST" : " NULLS LAST"));
    item.collation().ifPresent(name -> text.add(" COLLATE ").add(Names.text(name)));
    item.fill()
        .ifPresent(
            fill -> {
              text.add(" WITH FILL");
              clause(" FROM ", fill.from());
              clause(" TO ", fill.to());
              clause(" STEP ", fill.step());
            });
  }

  private void printLimitBy(Query.LimitBy limit) {
    clause(" LIMIT ", Optional.of(limit.count()));
    clause(" OFFSET ", limit.offset());
    text.add(" BY ");
    printList(limit.keys());
  }

  private void printLimit(Query.Limit limit) {
    clause(" LIMIT ", limit.count());
    text.add(limit.percent() ? "%" : "").add(limit.withTies() ? " WITH TIES" : "");
    clause(" OFFSET ", limit.offset());
  }

  void printWindow(Window window) {
    switch (window) {
      case Window.Named named -> text.name(named.name());
      case Window.Specification specification -> {
        text.add("(");
        String before = "";
        if (specification.base().isPresent()) {
          text.name(specification.base().get());
          before = " ";
        }
        if (!specification.partitionBy().isEmpty()) {
          text.add(before).add("PARTITION BY ");
          printList(specification.partitionBy());
          before = " ";
        }
        if (!specification.orderBy().isEmpty()) {
          text.add(before).add("ORDER BY ").list(specification.orderBy(), this::printSortItem);
          before = " ";
        }
        if (specification.frame().isPresent()) {
          text.add(before);
          printFrame(specification.frame().get());
        }
        text.add(")");
      }
    }
  }

  private void printFrame(Window.Frame frame) {
    text.add(frame.unit().name()).add(" BETWEEN ");
    printBound(frame.start());
    text.add(" AND ");
    printBound(frame.end());
  }

  private void printBound(Window.Bound bound) {
    switch (bound) {
      case Window.Bound.CurrentRow _ -> text.add("CURRENT ROW");
      case Window.Bound.Unbounded(boolean following) ->
          text.add(following ? "UNBOUNDED FOLLOWING" : "UNBOUNDED PRECEDING");
      case Window.Bound.Offset(Expression distance, boolean following) -> {
        text.expressions().printSum(distance);
        text.add(following ? " FOLLOWING" : " PRECEDING");
      }
    }
  }
}
