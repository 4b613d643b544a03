package dev.tenrec.query.insights.errors;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which exceptions count.
 *
 * @param from the first moment
 * @param to the last moment
 * @param issue only of this issue
 * @param person only of this person
 * @param words each of them stands somewhere in the exception, whatever its case
 * @param named issues in whose name all the words stand, which count whatever the exception says
 * @param event what must hold of the event, if anything
 * @param merged which issues were merged into which, for merges that the lake does not know yet
 */
public record ExceptionFilter(
    Instant from,
    Instant to,
    Optional<String> issue,
    Optional<String> person,
    List<String> words,
    List<String> named,
    Optional<Expression> event,
    Map<String, String> merged) {
  private static final int MOST_MERGED = 300;
  private static final List<String> SEARCHED = List.of("types", "values", "sources", "functions");

  public ExceptionFilter {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(issue, "issue is null");
    requireNonNull(person, "person is null");
    requireNonNull(event, "event is null");
    words = List.copyOf(words);
    named = List.copyOf(named);
    merged = Map.copyOf(merged);
  }

  /** The id of an exception's issue, as text. */
  Expression issueId() {
    Expression stored = Call.of("toString", Field.of("issue_id"));
    if (merged.isEmpty() || merged.size() > MOST_MERGED) {
      return stored;
    }
    List<Expression> arguments = new ArrayList<>();
    merged.forEach(
        (old, target) -> {
          arguments.add(Trees.equal(stored, Constant.text(old)));
          arguments.add(Constant.text(target));
        });
    arguments.add(stored);
    return Call.of("multiIf", arguments.toArray(Expression[]::new));
  }

  List<Expression> conditions() {
    List<Expression> conditions = new ArrayList<>(inTime());
    issue.ifPresent(id -> conditions.add(Trees.equal(issueId(), Constant.text(id))));
    person.ifPresent(
        id ->
            conditions.add(
                Trees.equal(Call.of("toString", Field.of("person_id")), Constant.text(id))));
    if (!words.isEmpty()) {
      List<Expression> found = new ArrayList<>();
      found.add(Trees.all(words.stream().map(ExceptionFilter::says).toList()));
      named.forEach(id -> found.add(Trees.equal(issueId(), Constant.text(id))));
      conditions.add(Trees.any(found));
    }
    event.ifPresent(condition -> conditions.add(ofEvent(condition)));
    return conditions;
  }

  List<Expression> inTime() {
    return List.of(
        Trees.compare(Comparison.GREATER_OR_EQUAL, Field.of("timestamp"), Trees.moment(from)),
        Trees.compare(Comparison.LESS_OR_EQUAL, Field.of("timestamp"), Trees.moment(to)));
  }

  private static Expression says(String word) {
    return Trees.any(
        SEARCHED.stream()
            .<Expression>map(
                column ->
                    Call.of(
                        "arrayExists",
                        new Expression.Lambda(
                            Span.NONE,
                            List.of("text"),
                            Trees.compare(
                                Comparison.GREATER,
                                Call.of(
                                    "positionCaseInsensitive",
                                    Field.of("text"),
                                    Constant.text(word)),
                                Constant.whole(0))),
                        Field.of(column)))
            .toList());
  }

  private Expression ofEvent(Expression condition) {
    List<Expression> conditions = new ArrayList<>(inTime());
    conditions.add(Trees.equal(Field.of("event"), Constant.text("$exception")));
    conditions.add(condition);
    Select events = Select.of(Field.of("uuid")).from("events").where(conditions).build();
    return Trees.compare(
        Comparison.IN, Field.of("uuid"), new Expression.Subquery(Span.NONE, events));
  }
}
