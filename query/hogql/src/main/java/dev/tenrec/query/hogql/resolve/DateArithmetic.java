package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.function.Arguments;
import dev.tenrec.query.hogql.function.Functions;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Unit;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;

/** Plus and minus where a date, a time or an interval takes part. */
final class DateArithmetic {
  private DateArithmetic() {}

  /** The value, when this is date arithmetic. */
  static Optional<Value> resolve(Arguments arguments) {
    Value left = arguments.values().get(0);
    Value right = arguments.values().get(1);
    boolean plus = arguments.function().equals("plus");
    if (!plus && !arguments.function().equals("minus")) {
      return Optional.empty();
    }
    if (left instanceof Value.Duration duration && plus) {
      return Optional.of(shifted(arguments, right, duration, true));
    }
    if (right instanceof Value.Duration duration) {
      return Optional.of(shifted(arguments, left, duration, plus));
    }
    if (left.type().isTemporal() && right.type().isTemporal() && !plus) {
      return Optional.of(difference(arguments, left, right));
    }
    if (left.type().isTemporal() && right.type() == Scalar.INTEGER) {
      Unit unit = left.type() == Scalar.DATE ? Unit.DAY : Unit.SECOND;
      return Optional.of(shifted(arguments, left, new Value.Duration(unit, right), plus));
    }
    return Optional.empty();
  }

  private static Value shifted(
      Arguments arguments, Value moment, Value.Duration duration, boolean plus) {
    if (moment instanceof Value.Duration) {
      throw new HogqlException(
          Code.WRONG_TYPE,
          "Two intervals cannot be added: add one after the other to a date",
          arguments.span());
    }
    return call(arguments, plus ? "dateAdd" : "dateSub", moment, duration);
  }

  private static Value difference(Arguments arguments, Value left, Value right) {
    String unit = left.type() == Scalar.DATE && right.type() == Scalar.DATE ? "day" : "second";
    return Functions.all()
        .scalar("dateDiff")
        .orElseThrow()
        .apply(
            new Arguments(
                "dateDiff",
                List.of(new Value.Text(unit), right, left),
                arguments.span(),
                arguments.context(),
                arguments.symbols()));
  }

  private static Value call(Arguments arguments, String function, Value... values) {
    return Functions.all()
        .scalar(function)
        .orElseThrow()
        .apply(
            new Arguments(
                function,
                List.of(values),
                arguments.span(),
                arguments.context(),
                arguments.symbols()));
  }
}
