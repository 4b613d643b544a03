package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;

/** Limits of the API, answered as the service does. */
final class Checks {
  private Checks() {}

  static int between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw invalid(name + " is " + value + ": give " + least + " to " + most);
    }
    return value;
  }

  static AwsFailure invalid(String message) {
    return AwsFailure.client("InvalidArgumentException", message);
  }

  static AwsFailure validation(String name, String constraint) {
    return AwsFailure.client(
        "ValidationException",
        "1 validation error detected: Value at '"
            + name
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
