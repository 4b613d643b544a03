package dev.tenrec.workflow;

import dev.tenrec.workflow.template.Reference;
import dev.tenrec.workflow.template.Template;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What a step reads of its run's context. */
final class References {
  private References() {}

  static Set<Reference> of(Step step) {
    Set<Reference> references = new HashSet<>();
    switch (step) {
      case Step.Delay _, Step.Exit _ -> {}
      case Step.Condition condition ->
          condition.conditions().forEach(each -> references.addAll(each.references()));
      case Step.Webhook webhook -> {
        references.addAll(webhook.url().references());
        references.addAll(webhook.body().references());
        webhook.headers().values().forEach(each -> references.addAll(each.references()));
      }
      case Step.Email email ->
          Stream.concat(Stream.of(email.to(), email.subject(), email.text()), email.html().stream())
              .map(Template::references)
              .forEach(references::addAll);
    }
    return references;
  }
}
