package dev.tenrec.flags.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.Explanation;
import dev.tenrec.flags.FlagAnswer;
import dev.tenrec.flags.FlagPlan;
import dev.tenrec.flags.Selection;
import dev.tenrec.flags.Subject;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.http.JsonBody;
import dev.tenrec.http.PathParameters;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.projects.Project;
import java.util.List;
import java.util.Optional;

/**
 * Tells people what a flag evaluates to for somebody, and why: the verdict on every condition set
 * and every filter. A definition that is sent along is tested in place of the saved one. Nothing is
 * written.
 */
final class TestEndpoint {
  private final KeyHolder keys;
  private final ProjectFlags flags;
  private final SubjectReader subjects;

  TestEndpoint(KeyHolder keys, ProjectFlags flags, SubjectReader subjects) {
    this.keys = keys;
    this.flags = flags;
    this.subjects = subjects;
  }

  /** One flag, condition by condition. */
  HttpResponse one(HttpRequest request, PathParameters path) {
    Project project = keys.byPath(request, path.text("project"));
    ProjectFlags.Compiled compiled = flags.of(project.id());
    JsonBody sent = JsonBody.of(request);
    FlagsRequest asked = asked(sent.node());
    List<ObjectNode> definitions =
        compiled.flags().stream().map(flag -> replaced(flag, path.number("id"), sent)).toList();
    String key =
        definitions.stream()
            .filter(flag -> flag.path("id").asLong() == path.number("id"))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("Not found."))
            .path("key")
            .asText();
    FlagPlan plan = FlagPlan.compile(definitions, compiled.cohorts(), compiled.groupTypes());
    Subject subject = subjects.read(project.id(), asked, plan, compiled.groupTypes());
    Explanation explanation = plan.explain(subject, key).orElseThrow(() -> refused(plan, key));
    ObjectNode body = json(explanation);
    describe(body.putObject("person"), subjects.person(project.id(), asked));
    return HttpResponse.json(200, body);
  }

  /** Every flag's answer and reason, as PostHog lists them for a person. */
  HttpResponse all(HttpRequest request, PathParameters path) {
    Project project = keys.byPath(request, path.text("project"));
    ProjectFlags.Compiled compiled = flags.of(project.id());
    ObjectNode sent = JsonNodeFactory.instance.objectNode();
    request.parameter("distinct_id").ifPresent(id -> sent.put("distinct_id", id));
    request.parameter("groups").ifPresent(groups -> sent.set("groups", Groups.parse(groups)));
    FlagPlan plan = compiled.plan();
    Subject subject = subjects.read(project.id(), asked(sent), plan, compiled.groupTypes());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (FlagAnswer answer : plan.evaluate(subject, Selection.everything()).values()) {
      ObjectNode flag = body.putObject(answer.flag());
      AnswerShape.putValue(flag, "value", answer);
      AnswerShape.putReason(flag.putObject("evaluation"), "reason", answer.reason());
    }
    return HttpResponse.json(200, body);
  }

  private static FlagsRequest asked(ObjectNode body) {
    FlagsRequest asked = FlagsRequest.read(body);
    asked.requiredDistinctId();
    return asked;
  }

  private static ObjectNode replaced(ObjectNode flag, long id, JsonBody sent) {
    Optional<ObjectNode> draft = sent.optionalObject("definition");
    if (flag.path("id").asLong() != id || draft.isEmpty()) {
      return flag;
    }
    ObjectNode merged = flag.deepCopy();
    merged.setAll(draft.get());
    return merged.put("id", id);
  }

  private static ApiException refused(FlagPlan plan, String key) {
    return plan.broken().stream()
        .filter(broken -> broken.name().equals(key))
        .findFirst()
        .map(broken -> ApiException.invalid("definition", "invalid", broken.reason()))
        .orElseGet(() -> ApiException.notFound("Not found."));
  }

  private static ObjectNode json(Explanation explanation) {
    ObjectNode body = AnswerShape.details(explanation.answer());
    var conditions = body.putArray("conditions");
    for (Explanation.SetVerdict set : explanation.sets()) {
      ObjectNode condition = conditions.addObject();
      condition.put("code", set.code().wireName());
      condition.put("identifier", set.identifier().orElse(null));
      set.place()
          .ifPresentOrElse(
              place -> condition.put("rollout_place", place * 100),
              () -> condition.putNull("rollout_place"));
      condition.put("rollout_percentage", set.threshold() * 100);
      var properties = condition.putArray("properties");
      for (Explanation.FilterVerdict filter : set.filters()) {
        properties
            .addObject()
            .put("asked", filter.asked())
            .put("found", filter.found().orElse(null))
            .put("matches", filter.matches());
      }
    }
    return body;
  }

  private static void describe(ObjectNode body, Optional<Person> person) {
    body.put("is_known", person.isPresent());
    body.put("id", person.map(known -> known.key().id().toString()).orElse(null));
    JsonNode properties =
        person.<JsonNode>map(Person::properties).orElseGet(JsonNodeFactory.instance::objectNode);
    body.set("properties", properties);
  }
}
