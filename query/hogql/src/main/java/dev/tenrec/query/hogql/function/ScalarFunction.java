package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Value;

/** A function of the values of one row. */
@FunctionalInterface
public interface ScalarFunction {
  /** The value of a call. */
  Value apply(Arguments arguments);
}
