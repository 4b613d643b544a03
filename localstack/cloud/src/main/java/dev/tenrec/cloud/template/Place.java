package dev.tenrec.cloud.template;

import static java.util.Objects.requireNonNull;

/**
 * Where templates are applied: the values of the pseudo parameters.
 *
 * @param account twelve digits
 * @param region such as {@code us-east-1}
 */
public record Place(String account, String region) {
  /** The place that emulators stand in for. */
  public static final Place LOCAL = new Place("000000000000", "us-east-1");

  public Place {
    requireNonNull(region, "region is null");
    if (!account.matches("\\d{12}")) {
      throw new IllegalArgumentException(
          "account is " + account + ": an account number has twelve digits");
    }
  }

  /** The ARN of something here. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
