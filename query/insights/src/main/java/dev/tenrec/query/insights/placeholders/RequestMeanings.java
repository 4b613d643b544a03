package dev.tenrec.query.insights.placeholders;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.placeholders.Meaning;
import dev.tenrec.query.hogql.placeholders.Meanings;
import dev.tenrec.query.hogql.placeholders.Reading;
import dev.tenrec.query.hogql.suggest.Suggestion;
import dev.tenrec.query.insights.InsightException;
import java.util.ArrayList;
import java.util.List;

/**
 * The placeholders of one request: {@code {filters}} and its dates, {@code {variables.name}}, and
 * the names of its {@code values}.
 */
public final class RequestMeanings implements Meanings {
  private static final String FILTERS = "filters";
  private static final String VARIABLES = "variables";

  private final FilterMeanings filters;
  private final VariableMeanings variables;
  private final JsonNode values;

  /**
   * The placeholders of a query node.
   *
   * @param node has {@code filters}, {@code variables} and {@code values}, or not
   * @throws InsightException when a value has a name that means something else already
   */
  public RequestMeanings(JsonNode node, FilterMeanings filters) {
    this.filters = requireNonNull(filters, "filters is null");
    this.variables = new VariableMeanings(node.path(VARIABLES));
    this.values = node.path("values");
    for (String reserved : List.of(FILTERS, VARIABLES)) {
      if (values.has(reserved)) {
        throw new InsightException(
            "values has \""
                + reserved
                + "\", which placeholders use for the query's own "
                + reserved
                + ": give it another name");
      }
    }
  }

  @Override
  public Meaning of(List<String> path, Reading reading, Span span) {
    return switch (path.getFirst()) {
      case FILTERS -> filters.of(path, reading, span);
      case VARIABLES -> variables.of(path, span);
      default -> value(path, span);
    };
  }

  private Meaning value(List<String> path, Span span) {
    String name = String.join(".", path);
    JsonNode value = values.has(name) ? values.path(name) : inside(path);
    if (value.isMissingNode()) {
      throw new HogqlException(
          Code.UNRESOLVED_PLACEHOLDER,
          "The placeholder {%s} has no value.%s Give it one in \"values\", or take it out"
              .formatted(name, Suggestion.question(name, names())),
          span);
    }
    return new Meaning.Value(Constants.of(value, name, span));
  }

  private JsonNode inside(List<String> path) {
    JsonNode value = values;
    for (String name : path) {
      value = value.path(name);
    }
    return value;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(FILTERS, VARIABLES));
    values.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
