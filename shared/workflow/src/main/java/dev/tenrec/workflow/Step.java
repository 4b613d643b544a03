package dev.tenrec.workflow;

import dev.tenrec.workflow.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step does. */
public sealed interface Step {
  /** Its {@code type} in the definition. */
  String type();

  /** Waits. */
  record Delay(Duration duration) implements Step {
    @Override
    public String type() {
      return "delay";
    }
  }

  /** Goes where the first condition leads that holds, and straight on when none does. */
  record Condition(List<Criteria> conditions) implements Step {
    public Condition {
      conditions = List.copyOf(conditions);
    }

    @Override
    public String type() {
      return "conditional_branch";
    }
  }

  /** Calls an address. */
  record Webhook(String method, Template url, Map<String, Template> headers, Template body)
      implements Step {
    public Webhook {
      headers = Map.copyOf(headers);
    }

    @Override
    public String type() {
      return "webhook";
    }
  }

  /** Sends an email. */
  record Email(String from, Template to, Template subject, Template text, Optional<Template> html)
      implements Step {
    @Override
    public String type() {
      return "email";
    }
  }

  /** Ends the run. */
  record Exit() implements Step {
    @Override
    public String type() {
      return "exit";
    }
  }
}
