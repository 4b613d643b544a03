package dev.tenrec.cloud.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One stack of an assembly.
 *
 * @param name the name it is deployed under
 * @param region the region it is bound to, empty when it is bound to none
 * @param account the account it is bound to, empty when it is bound to none
 * @param constructPaths where in the CDK app each resource comes from, by logical id, as far as the
 *     assembly says
 * @param body the CloudFormation template
 */
public record StackTemplate(
    String name, String region, String account, Map<String, String> constructPaths, JsonNode body) {
  public StackTemplate {
    requireNonNull(name, "name is null");
    requireNonNull(region, "region is null");
    requireNonNull(account, "account is null");
    constructPaths = Map.copyOf(constructPaths);
    requireNonNull(body, "body is null");
  }
}
