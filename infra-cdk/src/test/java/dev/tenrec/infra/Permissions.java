package dev.tenrec.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who may do what, as a template's roles say. */
final class Permissions {
  private static final String GLUE = "arn:AWS::Partition:glue:AWS::Region:AWS::AccountId:";

  private final List<Permission> all = new ArrayList<>();

  Permissions(Template template) {
    template
        .properties("AWS::IAM::Policy")
        .values()
        .forEach(policy -> add(Template.text(policy.path("Roles")), policy.path("PolicyDocument")));
    template
        .properties("AWS::IAM::Role")
        .forEach(
            (name, role) ->
                role.path("Policies").forEach(policy -> add(name, policy.path("PolicyDocument"))));
  }

  /** Every permission of every role. */
  List<Permission> all() {
    return List.copyOf(all);
  }

  /** The roles that may do that to that, whatever wildcard allows it. */
  Set<String> who(String action, String resource) {
    return all.stream()
        .filter(permission -> permission.covers(action, resource))
        .map(Permission::role)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(String role, JsonNode document) {
    String name = role.replaceFirst("(Function)?Role$", "");
    for (JsonNode statement : document.path("Statement")) {
      if (!statement.path("Effect").asText().equals("Allow")) {
        throw new AssertionError("A role denies something: " + statement);
      }
      for (JsonNode action : list(statement.path("Action"))) {
        for (JsonNode resource : list(statement.path("Resource"))) {
          all.add(
              new Permission(
                  name,
                  action.asText(),
                  Template.text(resource).replace(GLUE, "glue "),
                  statement.has("Condition") ? statement.path("Condition").toString() : ""));
        }
      }
    }
  }

  private static Iterable<JsonNode> list(JsonNode oneOrMore) {
    return oneOrMore.isArray() ? oneOrMore : List.of(oneOrMore);
  }

  /**
   * One permission.
   *
   * @param role whose, such as {@code Capture}
   * @param action what, such as {@code s3:PutObject}
   * @param resource to what, such as {@code DataBucket/claims/*}
   * @param condition when; empty for always
   */
  record Permission(String role, String action, String resource, String condition) {
    boolean covers(String wantedAction, String wantedResource) {
      return matches(action, wantedAction) && matches(resource, wantedResource);
    }

    private static boolean matches(String pattern, String value) {
      String[] parts = pattern.split("\\*", -1);
      int at = 0;
      for (int part = 0; part < parts.length; part++) {
        int found = value.indexOf(parts[part], at);
        if (found < 0 || (part == 0 && found != 0)) {
          return false;
        }
        at = found + parts[part].length();
      }
      return pattern.endsWith("*") || at == value.length();
    }
  }
}
