package dev.tenrec.cloud.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource of a template, its properties not yet resolved.
 *
 * @param stack the stack it belongs to
 * @param logicalId its name inside the template
 * @param type such as {@code AWS::S3::Bucket}
 * @param constructPath where in the CDK app it comes from, empty when the template does not say
 * @param properties as written
 */
public record Resource(
    String stack, String logicalId, String type, String constructPath, JsonNode properties) {
  public Resource {
    requireNonNull(stack, "stack is null");
    requireNonNull(logicalId, "logicalId is null");
    requireNonNull(type, "type is null");
    requireNonNull(constructPath, "constructPath is null");
    requireNonNull(properties, "properties is null");
  }

  /** How a person finds it: its stack and logical id. */
  @Override
  public String toString() {
    return stack + "/" + logicalId;
  }
}
