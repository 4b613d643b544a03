package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Literal;
import dev.tenrec.query.hogql.ast.Operator;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.function.Arguments;
import dev.tenrec.query.hogql.function.Coercion;
import dev.tenrec.query.hogql.function.Comparisons;
import dev.tenrec.query.hogql.function.ConversionFunctions;
import dev.tenrec.query.hogql.function.Functions;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.print.HogqlPrinter;
import dev.tenrec.query.hogql.tables.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves expressions in a scope. */
final class ExpressionResolver {
  private final Resolution resolution;
  private final Scope scope;
  private final FieldResolver fields;
  private final CallResolver calls;
  private final AccessResolver accesses;

  ExpressionResolver(Resolution resolution, Scope scope) {
    this.resolution = resolution;
    this.scope = scope;
    this.fields = new FieldResolver(scope, this);
    this.calls = new CallResolver(resolution, scope, this);
    this.accesses = new AccessResolver(this);
  }

  FieldResolver fields() {
    return fields;
  }

  Value resolve(Expression expression) {
    return switch (expression) {
      case Expression.Constant constant -> literal(constant.value());
      case Expression.Field field -> fields.resolve(field);
      case Expression.Call call -> calls.resolve(call);
      case Expression.WindowCall call -> calls.resolve(call);
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.Comparison comparison -> comparison(comparison);
      case Expression.And and -> new Value.And(conditions(and.operands()));
      case Expression.Or or -> new Value.Or(conditions(or.operands()));
      case Expression.Not not -> new Value.Not(condition(not.operand()));
      case Expression.NullTest test -> {
        Value isNull = new Value.IsNull(resolve(test.operand()));
        yield test.negated() ? new Value.Not(isNull) : isNull;
      }
      case Expression.Between between -> between(between);
      case Expression.Case choice -> choice(choice);
      case Expression.Alias alias -> {
        Value value = resolve(alias.expression());
        scope.alias(alias.name(), value);
        yield value;
      }
      case Expression.Array array -> call("array", array.span(), resolveAll(array.elements()));
      case Expression.Tuple tuple -> new Value.Tuple(resolveAll(tuple.elements()));
      case Expression.Dictionary dictionary -> dictionary(dictionary);
      case Expression.Index index -> accesses.index(index);
      case Expression.Slice slice -> accesses.slice(slice);
      case Expression.TupleElement element ->
          ConversionFunctions.element(resolve(element.operand()), element.index(), element.span());
      case Expression.Property property -> accesses.property(property);
      case Expression.Cast cast ->
          ConversionFunctions.cast(
              resolve(cast.operand()), cast.type(), resolution.context(), cast.span());
      case Expression.Subquery subquery -> single(subquery.query(), subquery.span());
      case Expression.Exists exists ->
          new Value.QueryExists(
              resolution.queries().resolve(exists.query(), scope.commons()).relation());
      case Expression.Placeholder placeholder ->
          throw new HogqlException(
              Code.UNRESOLVED_PLACEHOLDER,
              "The placeholder {%s} has no value: give it one, or take it out"
                  .formatted(HogqlPrinter.print(placeholder.expression())),
              placeholder.span());
      case Expression.Lambda lambda ->
          throw misplaced("A lambda can only be an argument of a function", lambda);
      case Expression.Star star ->
          throw misplaced("A star can only stand in a select list or in count(*)", star);
      case Expression.ColumnsMatching columns ->
          throw misplaced("COLUMNS can only stand in a select list", columns);
      case Expression.Position position ->
          throw misplaced("Positions such as #1 are not supported: name the column", position);
      case Expression.Tag tag ->
          throw new HogqlException(
              Code.NOT_SUPPORTED, "Tags cannot be run in a query: name a column", tag.span());
    };
  }

  List<Value> resolveAll(List<Expression> expressions) {
    return expressions.stream().map(this::resolve).toList();
  }

  /** An expression that must be true or false. */
  Value condition(Expression expression) {
    return resolution.coercion().to(resolve(expression), Scalar.BOOLEAN, expression.span());
  }

  private List<Value> conditions(List<Expression> expressions) {
    return expressions.stream().map(this::condition).toList();
  }

  /** What a field stands for, when the expression is one. */
  Optional<Field> field(Expression expression) {
    return expression instanceof Expression.Field field
        ? Optional.of(fields.find(field))
        : Optional.empty();
  }

  /** A call of a function of one row. */
  Value call(String name, Span span, List<Value> values) {
    return Functions.all()
        .scalar(name)
        .orElseThrow(() -> Functions.all().unknown(name, span))
        .apply(arguments(name, span, values));
  }

  Arguments arguments(String name, Span span, List<Value> values) {
    return new Arguments(name, values, span, resolution.context(), resolution.symbols());
  }

  static Value literal(Literal literal) {
    return switch (literal) {
      case Literal.Text(String value) -> new Value.Text(value);
      case Literal.Whole(long value) -> new Value.Whole(value);
      case Literal.Real(double value) -> new Value.Real(value);
      case Literal.Truth(boolean value) -> new Value.Truth(value);
      case Literal.Nothing() -> new Value.Missing(Scalar.NOTHING);
    };
  }

  private Value arithmetic(Expression.Arithmetic arithmetic) {
    Value left = resolve(arithmetic.left());
    Value right = resolve(arithmetic.right());
    String name =
        switch (arithmetic.operator()) {
          case ADD -> "plus";
          case SUBTRACT -> "minus";
          case MULTIPLY -> "multiply";
          case DIVIDE -> "divide";
          case MODULO -> "modulo";
        };
    return DateArithmetic.resolve(arguments(name, arithmetic.span(), List.of(left, right)))
        .orElseGet(() -> call(name, arithmetic.span(), List.of(left, right)));
  }

  private Value comparison(Expression.Comparison comparison) {
    Operator.Comparison operator = comparison.operator();
    Value left = resolve(comparison.left());
    return switch (operator) {
      case IN -> in(left, comparison);
      case NOT_IN -> new Value.Not(in(left, comparison));
      case IN_COHORT, NOT_IN_COHORT ->
          throw new HogqlException(
              Code.NOT_SUPPORTED, "Cohorts cannot be queried yet", comparison.span());
      case EQUAL, NOT_DISTINCT_FROM -> compare(Value.Comparator.EQUAL, left, comparison);
      case NOT_EQUAL, DISTINCT_FROM ->
          new Value.Not(compare(Value.Comparator.EQUAL, left, comparison));
      case LESS -> compare(Value.Comparator.LESS, left, comparison);
      case LESS_OR_EQUAL -> compare(Value.Comparator.LESS_OR_EQUAL, left, comparison);
      case GREATER -> compare(Value.Comparator.GREATER, left, comparison);
      case GREATER_OR_EQUAL -> compare(Value.Comparator.GREATER_OR_EQUAL, left, comparison);
      case LIKE -> compare(Value.Comparator.LIKE, left, comparison);
      case NOT_LIKE -> new Value.Not(compare(Value.Comparator.LIKE, left, comparison));
      case ILIKE -> compare(Value.Comparator.ILIKE, left, comparison);
      case NOT_ILIKE -> new Value.Not(compare(Value.Comparator.ILIKE, left, comparison));
      case REGEX -> compare(Value.Comparator.REGEX, left, comparison);
      case NOT_REGEX -> new Value.Not(compare(Value.Comparator.REGEX, left, comparison));
      case REGEX_IGNORING_CASE -> compare(Value.Comparator.REGEX_IGNORING_CASE, left, comparison);
      case NOT_REGEX_IGNORING_CASE ->
          new Value.Not(compare(Value.Comparator.REGEX_IGNORING_CASE, left, comparison));
    };
  }

  private Value compare(Value.Comparator comparator, Value left, Expression.Comparison comparison) {
    return Comparisons.compare(
        comparator, left, resolve(comparison.right()), resolution.context(), comparison.span());
  }

  private Value in(Value left, Expression.Comparison comparison) {
    if (comparison.right() instanceof Expression.Subquery(Span span, Query query)) {
      return inQuery(left, query, span);
    }
    // A table of WITH may be named directly.
    if (comparison.right() instanceof Expression.Field(Span span, List<String> path)
        && path.size() == 1
        && scope.commons().find(path.getFirst()).orElse(null)
            instanceof Commons.Definition.OfTable) {
      Query star =
          dev.tenrec.query.hogql.ast.Select.of(new Expression.Star(span, List.of(), List.of()))
              .from(path.getFirst())
              .build();
      return inQuery(left, star, span);
    }
    return Comparisons.in(
        left, resolve(comparison.right()), arguments("in", comparison.span(), List.of()));
  }

  Value inQuery(Value left, Query query, Span span) {
    Resolved resolved = resolution.queries().resolve(query, scope.commons());
    List<Value> operands =
        left instanceof Value.Tuple(List<Value> elements) ? elements : List.of(left);
    if (resolved.columns().size() != operands.size()) {
      throw new HogqlException(
          Code.WRONG_ARGUMENTS,
          "IN compares %d values with a query of %d columns: they must be as many"
              .formatted(operands.size(), resolved.columns().size()),
          span);
    }
    Resolved converted = resolved;
    List<Value> converting = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (int index = 0; index < operands.size(); index++) {
      Type type =
          Coercion.comparable(
              operands.get(index).type(), resolved.columns().get(index).symbol().type(), span);
      types.add(type);
      converting.add(resolution.coercion().to(operands.get(index), type, span));
    }
    converted = resolution.queries().convert(converted, types, span);
    return new Value.InQuery(
        converting.size() == 1 ? converting.getFirst() : new Value.Tuple(converting),
        converted.relation());
  }

  private Value single(Query query, Span span) {
    Resolved resolved = resolution.queries().resolve(query, scope.commons());
    if (resolved.columns().size() != 1) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "A query that stands for a value must have one column, this one has "
              + resolved.columns().size(),
          span);
    }
    return new Value.QueryValue(resolved.relation());
  }

  private Value between(Expression.Between between) {
    Value operand = resolve(between.operand());
    Value inside =
        new Value.And(
            List.of(
                Comparisons.compare(
                    Value.Comparator.GREATER_OR_EQUAL,
                    operand,
                    resolve(between.low()),
                    resolution.context(),
                    between.span()),
                Comparisons.compare(
                    Value.Comparator.LESS_OR_EQUAL,
                    operand,
                    resolve(between.high()),
                    resolution.context(),
                    between.span())));
    return between.negated() ? new Value.Not(inside) : inside;
  }

  private Value choice(Expression.Case choice) {
    Optional<Value> operand = choice.operand().map(this::resolve);
    List<Value> pieces = new ArrayList<>();
    for (Expression.Branch branch : choice.branches()) {
      Value when = resolve(branch.when());
      pieces.add(
          operand
              .map(
                  value ->
                      Comparisons.compare(
                          Value.Comparator.EQUAL,
                          value,
                          when,
                          resolution.context(),
                          branch.when().span()))
              .orElse(when));
      pieces.add(resolve(branch.then()));
    }
    pieces.add(choice.otherwise().map(this::resolve).orElse(new Value.Missing(Scalar.NOTHING)));
    return call("multiIf", choice.span(), pieces);
  }

  private Value dictionary(Expression.Dictionary dictionary) {
    List<Value> pairs = new ArrayList<>();
    for (Expression.Entry entry : dictionary.entries()) {
      pairs.add(resolution.coercion().to(resolve(entry.key()), Scalar.STRING, entry.key().span()));
      pairs.add(resolve(entry.value()));
    }
    return new Value.Apply("jsonObject", pairs, Scalar.JSON, false);
  }

  private static HogqlException misplaced(String message, Expression expression) {
    return new HogqlException(Code.INVALID_QUERY, message, expression.span());
  }
}
