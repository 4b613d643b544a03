package dev.tenrec.workflow.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.workflow.Step;
import dev.tenrec.workflow.template.Medium;
import java.util.Map;
import java.util.TreeMap;

/** Fills the templates of a step. */
final class Rendering {
  private static final Map<Medium, String> CONTENT_TYPES = Map.of(Medium.JSON, "application/json");

  private Rendering() {}

  static Delivery webhook(Step.Webhook step, JsonNode context, String id) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    step.headers().forEach((name, value) -> headers.put(name, value.render(context).strip()));
    String body = step.body().render(context);
    String type = CONTENT_TYPES.get(step.body().medium());
    if (!body.isEmpty() && type != null) {
      headers.putIfAbsent("content-type", type);
    }
    // The name that many APIs look for, unless the workflow says something else in it.
    headers.putIfAbsent("idempotency-key", id);
    headers.put("x-tenrec-delivery", id);
    return new Delivery.Webhook(id, step.method(), step.url().render(context), headers, body);
  }

  static Delivery email(Step.Email step, JsonNode context, String id) {
    return new Delivery.Email(
        id,
        step.from(),
        step.to().render(context).strip(),
        step.subject().render(context).strip(),
        step.text().render(context),
        step.html().map(html -> html.render(context)));
  }
}
