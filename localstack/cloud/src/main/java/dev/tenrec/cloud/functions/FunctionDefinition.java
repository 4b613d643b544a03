package dev.tenrec.cloud.functions;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One function as the template describes it.
 *
 * @param name what AWS calls it, unique
 * @param label a short unique name for people: log files and messages carry it
 * @param arn its ARN, unqualified
 * @param handler such as {@code dev.tenrec.capture.CaptureHandler}
 * @param memoryMegabytes what it may use
 * @param timeout when an invocation is given up
 * @param reservedConcurrency how many invocations may run at once, if limited
 * @param environment the variables of the template
 * @param code the zip, or a directory with the same content
 * @param codeHash changes whenever the code does
 */
public record FunctionDefinition(
    String name,
    String label,
    String arn,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    OptionalInt reservedConcurrency,
    Map<String, String> environment,
    Path code,
    String codeHash) {
  public FunctionDefinition {
    requireNonNull(name, "name is null");
    requireNonNull(arn, "arn is null");
    requireNonNull(handler, "handler is null");
    requireNonNull(reservedConcurrency, "reservedConcurrency is null");
    requireNonNull(code, "code is null");
    requireNonNull(codeHash, "codeHash is null");
    environment = Map.copyOf(environment);
    if (!label.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "label is " + label + ": it names files, so letters, digits, - and _ only");
    }
    if (memoryMegabytes < 64) {
      throw new IllegalArgumentException(
          label + " has " + memoryMegabytes + " MB: MemorySize is at least 64 here");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(label + " has timeout " + timeout + ": give a second");
    }
  }
}
