package dev.tenrec.infra.compute;

import java.util.Map;
import software.constructs.Construct;

/**
 * Asks each function that people wait for one small question a week. Lambda puts a snapshot away
 * that nobody used for 14 days, and then refuses the first call; functions behind a stream or a
 * queue are simply called again, but here that call would be somebody's.
 */
public final class Readiness extends Construct {
  private static final String QUESTION =
      """
      {"version":"2.0","rawPath":"/_ready","rawQueryString":"","headers":{},\
      "requestContext":{"http":{"method":"GET","path":"/_ready","sourceIp":"127.0.0.1"}},\
      "isBase64Encoded":false}\
      """;

  /**
   * Creates a timer for each function.
   *
   * @param functions by the name of the timer
   */
  public Readiness(Construct scope, String id, Map<String, JavaFunction> functions) {
    super(scope, id);
    functions.forEach(
        (name, function) -> new Timer(this, name, function, "rate(7 days)", QUESTION));
  }
}
