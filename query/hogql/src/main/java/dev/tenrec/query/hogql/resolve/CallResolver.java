package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Window;
import dev.tenrec.query.hogql.function.AggregateCall;
import dev.tenrec.query.hogql.function.Aggregates;
import dev.tenrec.query.hogql.function.Functions;
import dev.tenrec.query.hogql.function.WindowFunctions;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.SortKey;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.plan.WindowFrame;
import dev.tenrec.query.hogql.tables.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves calls: of functions of one row, of aggregates, over windows. */
final class CallResolver {
  private final Scope scope;
  private final ExpressionResolver expressions;
  private final LambdaResolver lambdas;

  CallResolver(Resolution resolution, Scope scope, ExpressionResolver expressions) {
    this.scope = scope;
    this.expressions = expressions;
    this.lambdas = new LambdaResolver(resolution, scope, expressions);
  }

  Value resolve(Expression.Call call) {
    if (Aggregates.isAggregate(call.name())) {
      Value value = Aggregates.apply(aggregateCall(call));
      rejectNested(value, call);
      return value;
    }
    if (WindowFunctions.names().contains(call.name().toLowerCase(java.util.Locale.ROOT))) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS,
          "Function '%s' needs a window: add OVER (...)".formatted(call.name()),
          call.span());
    }
    rejectAggregateParts(call);
    if (call.name().equals("arrayJoin")) {
      return unnested(call);
    }
    if (isMembership(call)
        && call.arguments().get(1) instanceof Expression.Subquery(Span span, var query)) {
      Value in = expressions.inQuery(expressions.resolve(call.arguments().getFirst()), query, span);
      return call.name().equals("in") ? in : new Value.Not(in);
    }
    if (Functions.all().scalar(call.name()).isEmpty()) {
      throw unknown(call);
    }
    Optional<Value> lambda = lambdas.resolve(call);
    return lambda.orElseGet(
        () -> expressions.call(call.name(), call.span(), scalarArguments(call)));
  }

  Value resolve(Expression.WindowCall windowCall) {
    Expression.Call call = windowCall.call();
    WindowFrame window = window(windowCall.window());
    AggregateCall aggregate = aggregateCall(call);
    Optional<Aggregation> function = WindowFunctions.find(aggregate);
    if (function.isPresent()) {
      return new Value.Windowed(function.get(), window);
    }
    if (!Aggregates.isAggregate(call.name())) {
      throw Functions.all().scalar(call.name()).isPresent()
          ? new HogqlException(
              Code.WRONG_ARGUMENTS,
              "Function '%s' looks at one row: it takes no OVER".formatted(call.name()),
              call.span())
          : unknown(call);
    }
    return Rewrite.replace(
        Aggregates.apply(aggregate),
        part ->
            part instanceof Value.Aggregated(Aggregation aggregation)
                ? Optional.of(new Value.Windowed(aggregation, window))
                : Optional.empty());
  }

  private static boolean isMembership(Expression.Call call) {
    return call.arguments().size() == 2
        && (call.name().equals("in") || call.name().equals("notIn"));
  }

  private HogqlException unknown(Expression.Call call) {
    return Aggregates.unsupportedEnding(call.name())
        .map(
            ending ->
                new HogqlException(
                    Code.NOT_SUPPORTED,
                    "Function '%s' is not supported: there are no -%s aggregates here"
                        .formatted(call.name(), ending),
                    call.span()))
        .orElseGet(() -> Functions.all().unknown(call.name(), call.span()));
  }

  private AggregateCall aggregateCall(Expression.Call call) {
    List<Value> parameters = call.parameters().map(expressions::resolveAll).orElse(List.of());
    boolean star =
        call.arguments().size() == 1 && call.arguments().getFirst() instanceof Expression.Star;
    List<Value> arguments = star ? List.of() : expressions.resolveAll(call.arguments());
    return new AggregateCall(
        expressions.arguments(call.name(), call.span(), arguments),
        parameters,
        call.distinct(),
        sortKeys(call.order()),
        call.withinGroup(),
        call.filter().map(expressions::condition));
  }

  List<SortKey> sortKeys(List<SortItem> items) {
    return items.stream().map(this::sortKey).toList();
  }

  private SortKey sortKey(SortItem item) {
    if (item.collation().isPresent() || item.fill().isPresent()) {
      throw new HogqlException(
          Code.NOT_SUPPORTED, "COLLATE and WITH FILL are not supported", item.span());
    }
    return new SortKey(
        expressions.resolve(item.expression()), item.descending(), item.nullsFirst().orElse(false));
  }

  private static void rejectNested(Value value, Expression.Call call) {
    Rewrite.visit(
        value,
        part -> {
          if (part instanceof Value.Aggregated(Aggregation aggregation)) {
            boolean nested =
                aggregation.arguments().stream()
                    .anyMatch(
                        argument ->
                            Rewrite.contains(
                                argument,
                                inner ->
                                    inner instanceof Value.Aggregated
                                        || inner instanceof Value.Windowed));
            if (nested) {
              throw new HogqlException(
                  Code.INVALID_QUERY,
                  "Aggregates cannot stand inside aggregates: use a subquery",
                  call.span());
            }
          }
        });
  }

  private static void rejectAggregateParts(Expression.Call call) {
    if (call.distinct()
        || call.filter().isPresent()
        || !call.order().isEmpty()
        || call.parameters().isPresent()) {
      if (Functions.all().scalar(call.name()).isPresent()) {
        throw new HogqlException(
            Code.WRONG_ARGUMENTS,
            "Function '%s' is no aggregate: it takes no DISTINCT, FILTER, ORDER BY or parameters"
                .formatted(call.name()),
            call.span());
      }
    }
  }

  private Value unnested(Expression.Call call) {
    if (call.arguments().size() != 1) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS, "Function 'arrayJoin' expects 1 argument", call.span());
    }
    Value array = expressions.resolve(call.arguments().getFirst());
    expressions.arguments(call.name(), call.span(), List.of(array)).requireArray(0);
    return new Value.Unnested(array);
  }

  // JSON functions of a document read the property they ask for, not the whole.
  private List<Value> scalarArguments(Expression.Call call) {
    if (call.name().startsWith("JSON")
        && call.arguments().size() > 1
        && call.arguments().get(1) instanceof Expression.Constant(Span _, Literal.Text(String key))
        && expressions.field(call.arguments().getFirst()).orElse(null)
            instanceof Field.Document document) {
      List<Value> values = new ArrayList<>();
      values.add(document.holding(key));
      values.addAll(expressions.resolveAll(call.arguments().subList(1, call.arguments().size())));
      return values;
    }
    return expressions.resolveAll(call.arguments());
  }

  private WindowFrame window(Window window) {
    return switch (window) {
      case Window.Named(Span span, String name) ->
          window(
              scope
                  .window(name)
                  .orElseThrow(
                      () ->
                          new HogqlException(
                              Code.INVALID_QUERY,
                              "Unknown window '%s': define it with WINDOW %s AS (...)"
                                  .formatted(name, name),
                              span)));
      case Window.Specification specification -> {
        Optional<WindowFrame> base =
            specification.base().map(name -> window(new Window.Named(specification.span(), name)));
        List<Value> partition =
            new ArrayList<>(base.map(WindowFrame::partitionBy).orElse(List.of()));
        partition.addAll(expressions.resolveAll(specification.partitionBy()));
        List<SortKey> order = new ArrayList<>(base.map(WindowFrame::orderBy).orElse(List.of()));
        order.addAll(sortKeys(specification.orderBy()));
        yield new WindowFrame(
            partition,
            order,
            specification.frame().map(this::frame).or(() -> base.flatMap(WindowFrame::frame)));
      }
    };
  }

  private WindowFrame.Frame frame(Window.Frame frame) {
    return new WindowFrame.Frame(
        switch (frame.unit()) {
          case ROWS -> WindowFrame.Counting.ROWS;
          case RANGE -> WindowFrame.Counting.RANGE;
          case GROUPS -> WindowFrame.Counting.GROUPS;
        },
        bound(frame.start()),
        bound(frame.end()));
  }

  private WindowFrame.Bound bound(Window.Bound bound) {
    return switch (bound) {
      case Window.Bound.CurrentRow _ -> new WindowFrame.Bound.CurrentRow();
      case Window.Bound.Unbounded(boolean following) -> new WindowFrame.Bound.Unbounded(following);
      case Window.Bound.Offset(Expression distance, boolean following) -> {
        Value value = expressions.resolve(distance);
        if (!(value instanceof Value.Whole) && value.type() != Scalar.INTERVAL) {
          throw new HogqlException(
              Code.WRONG_ARGUMENTS,
              "The distance of a window frame must be a constant whole number or an interval",
              distance.span());
        }
        yield new WindowFrame.Bound.Offset(value, following);
      }
    };
  }
}
