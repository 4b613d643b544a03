package dev.tenrec.query.hogql.ast;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.ast.Literal.Nothing;
import dev.tenrec.query.hogql.ast.Literal.Text;
import dev.tenrec.query.hogql.ast.Literal.Truth;
import dev.tenrec.query.hogql.ast.Literal.Whole;
import java.util.List;
import java.util.Optional;

/** Something that has a value. */
public sealed interface Expression extends Node {

  /** A constant. */
  record Constant(Span span, Literal value) implements Expression {
    public Constant {
      requireNonNull(value, "value is null");
    }

    public static Constant text(String value) {
      return new Constant(Span.NONE, new Text(value));
    }

    public static Constant whole(long value) {
      return new Constant(Span.NONE, new Whole(value));
    }

    public static Constant truth(boolean value) {
      return new Constant(Span.NONE, new Truth(value));
    }

    public static Constant nothing() {
      return new Constant(Span.NONE, new Nothing());
    }
  }

  /** A name with points: a column, a column of a table, a property. */
  record Field(Span span, List<String> path) implements Expression {
    public Field {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("A field needs at least one name");
      }
    }

    public static Field of(String... path) {
      return new Field(Span.NONE, List.of(path));
    }
  }

  /** All columns, or those of one table, without the excluded ones. */
  record Star(Span span, List<String> table, List<String> excluded) implements Expression {
    public Star {
      table = List.copyOf(table);
      excluded = List.copyOf(excluded);
    }
  }

  /** All columns whose name matches a regular expression. */
  record ColumnsMatching(Span span, String pattern) implements Expression {}

  /**
   * A function call.
   *
   * @param parameters the first parentheses of {@code quantile(0.9)(x)}
   * @param order ORDER BY inside the parentheses or of WITHIN GROUP
   * @param filter FILTER (WHERE ...)
   */
  record Call(
      Span span,
      String name,
      Optional<List<Expression>> parameters,
      List<Expression> arguments,
      boolean distinct,
      List<SortItem> order,
      boolean withinGroup,
      Optional<Expression> filter)
      implements Expression {
    public Call {
      requireNonNull(name, "name is null");
      parameters = parameters.map(List::copyOf);
      arguments = List.copyOf(arguments);
      order = List.copyOf(order);
    }

    /** A plain call. */
    public static Call of(String name, Expression... arguments) {
      return of(Span.NONE, name, List.of(arguments));
    }

    /** A plain call that was written at {@code span}. */
    public static Call of(Span span, String name, List<Expression> arguments) {
      return new Call(
          span, name, Optional.empty(), arguments, false, List.of(), false, Optional.empty());
    }
  }

  /** A call over a window. */
  record WindowCall(Span span, Call call, Window window) implements Expression {}

  /** Two values and an arithmetic operator. */
  record Arithmetic(Span span, Operator.Arithmetic operator, Expression left, Expression right)
      implements Expression {}

  /** Two values compared. */
  record Comparison(Span span, Operator.Comparison operator, Expression left, Expression right)
      implements Expression {
    public static Comparison of(Operator.Comparison operator, Expression left, Expression right) {
      return new Comparison(Span.NONE, operator, left, right);
    }
  }

  /** All of them. */
  record And(Span span, List<Expression> operands) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Any of them. */
  record Or(Span span, List<Expression> operands) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** The opposite. */
  record Not(Span span, Expression operand) implements Expression {}

  /** IS NULL or IS NOT NULL. */
  record NullTest(Span span, Expression operand, boolean negated) implements Expression {}

  /** Between two values, both included. */
  record Between(Span span, Expression operand, Expression low, Expression high, boolean negated)
      implements Expression {}

  /** CASE; with an operand its branches compare, without one they are conditions. */
  record Case(
      Span span,
      Optional<Expression> operand,
      List<Branch> branches,
      Optional<Expression> otherwise)
      implements Expression {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /** One WHEN of a CASE. */
  record Branch(Expression when, Expression then) {}

  /** A value with a name. */
  record Alias(Span span, Expression expression, String name) implements Expression {
    public static Alias of(Expression expression, String name) {
      return new Alias(expression.span(), expression, name);
    }
  }

  /** A function without a name. */
  record Lambda(Span span, List<String> parameters, Expression body) implements Expression {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /** [a, b]. */
  record Array(Span span, List<Expression> elements) implements Expression {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** (a, b) or (a,). */
  record Tuple(Span span, List<Expression> elements) implements Expression {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {k: v}. */
  record Dictionary(Span span, List<Entry> entries) implements Expression {
    public Dictionary {
      entries = List.copyOf(entries);
    }
  }

  /** One entry of a dictionary. */
  record Entry(Expression key, Expression value) {}

  /** a[i], counted from 1, or a['key']; {@code nullish} when written a?.[i]. */
  record Index(Span span, Expression operand, Expression index, boolean nullish)
      implements Expression {}

  /** a[from:to]. */
  record Slice(Span span, Expression operand, Optional<Expression> from, Optional<Expression> to)
      implements Expression {}

  /** t.1; {@code nullish} when written t?.1. */
  record TupleElement(Span span, Expression operand, int index, boolean nullish)
      implements Expression {}

  /** A property of a value that is not a plain field; {@code nullish} when written a?.b. */
  record Property(Span span, Expression operand, String name, boolean nullish)
      implements Expression {}

  /** {name}: to be replaced before the query can run. */
  record Placeholder(Span span, Expression expression) implements Expression {}

  /** CAST(x AS T), x::T, TRY_CAST; the type's name is in lower case. */
  record Cast(Span span, Expression operand, String type, boolean lenient) implements Expression {}

  /** A query that gives one value, or the right side of IN. */
  record Subquery(Span span, Query query) implements Expression {}

  /** Whether a query gives any row. */
  record Exists(Span span, Query query) implements Expression {}

  /** #1: the first column of the select list. */
  record Position(Span span, int index) implements Expression {}

  /** {@code <Tag a='b'>...</Tag>}. */
  record Tag(Span span, String kind, List<Attribute> attributes, List<Expression> children)
      implements Expression {
    public Tag {
      attributes = List.copyOf(attributes);
      children = List.copyOf(children);
    }
  }

  /** One attribute of a tag; without a value it is true. */
  record Attribute(String name, Expression value) {}
}
