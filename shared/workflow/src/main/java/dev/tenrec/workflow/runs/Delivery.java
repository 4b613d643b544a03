package dev.tenrec.workflow.runs;

import java.util.Map;
import java.util.Optional;

/** Something to do in the world, ready to be done. */
public sealed interface Delivery {
  /** The same for every attempt of one step of one run, so that receivers can tell. */
  String id();

  /** What is sent, for people; headers, which may hold keys, are left out. */
  String shown();

  /** A request. */
  record Webhook(String id, String method, String url, Map<String, String> headers, String body)
      implements Delivery {
    public Webhook {
      headers = Map.copyOf(headers);
    }

    @Override
    public String shown() {
      return method + " " + url + (body.isEmpty() ? "" : "\n" + body);
    }
  }

  /** An email. */
  record Email(
      String id, String from, String to, String subject, String text, Optional<String> html)
      implements Delivery {
    @Override
    public String shown() {
      return "To: " + to + "\nSubject: " + subject + "\n\n" + text;
    }
  }
}
