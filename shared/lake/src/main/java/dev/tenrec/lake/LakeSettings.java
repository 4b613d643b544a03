package dev.tenrec.lake;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Where the lake is. Region, credentials and endpoints are those of the AWS SDK's default chain.
 *
 * @param warehouse the place of the tables, such as {@code s3://bucket/lake}, without a slash at
 *     the end
 * @param database the Glue database
 */
public record LakeSettings(String warehouse, String database) {
  public LakeSettings {
    requireNonNull(database, "database is null");
    if (!warehouse.contains("://") || warehouse.endsWith("/")) {
      throw new IllegalArgumentException(
          "warehouse is '" + warehouse + "': give a place like s3://bucket/lake without a last /");
    }
  }

  /** The lake of a deployed function: {@code BUCKET} and {@code GLUE_DATABASE}. */
  public static LakeSettings fromEnvironment(Map<String, String> environment) {
    return new LakeSettings(
        "s3://" + required(environment, "BUCKET") + "/lake",
        required(environment, "GLUE_DATABASE"));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          "environment variable " + name + " is not set: the function needs it to find the lake");
    }
    return value;
  }
}
