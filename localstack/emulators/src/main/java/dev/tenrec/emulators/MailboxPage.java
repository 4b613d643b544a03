package dev.tenrec.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The mailbox as a page, the newest email first. What an email's HTML says is shown and not run.
 */
final class MailboxPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Mailbox of the local cloud</title>
      <style>
      :root { color-scheme: light dark; --line: light-dark(#e6e3dd, #2f2c28);
        --soft: light-dark(#57524a, #b9b3a8); }
      body { margin: 0 auto; padding: 28px 20px; max-width: 860px;
        background: light-dark(#f7f6f3, #151412); color: light-dark(#211e1a, #ece8e1);
        font: 14px/1.5 Inter, ui-sans-serif, system-ui, sans-serif; }
      h1 { margin: 0; font-size: 20px; }
      .lead { margin: 2px 0 20px; color: var(--soft); }
      details { margin: 10px 0; border: 1px solid var(--line); border-radius: 10px;
        background: light-dark(#fff, #1c1b18); }
      summary { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 11px 16px;
        cursor: pointer; list-style: none; }
      summary b { overflow-wrap: anywhere; }
      summary span { color: var(--soft); overflow-wrap: anywhere; }
      .body { padding: 4px 16px 14px; border-top: 1px solid var(--line); }
      pre { margin: 10px 0 0; white-space: pre-wrap; overflow-wrap: anywhere;
        font: inherit; }
      iframe { width: 100%%; height: 360px; margin-top: 10px; border: 1px solid var(--line);
        border-radius: 6px; background: #fff; }
      .none { padding: 44px; border: 1px dashed var(--line); border-radius: 10px;
        text-align: center; color: var(--soft); }
      </style>
      </head>
      <body>
      <h1>Mailbox of the local cloud</h1>
      <p class="lead">What was sent through SES ends here. Nothing leaves this machine.</p>
      %s
      </body>
      </html>
      """;

  private MailboxPage() {}

  static String of(ArrayNode mails) {
    List<JsonNode> newestFirst =
        new ArrayList<>(StreamSupport.stream(mails.spliterator(), false).toList()).reversed();
    String list =
        newestFirst.isEmpty()
            ? "<p class=\"none\">No email yet. A workflow with an email step sends one.</p>"
            : newestFirst.stream().map(MailboxPage::mail).collect(Collectors.joining("\n"));
    return PAGE.formatted(list);
  }

  private static String mail(JsonNode mail) {
    List<String> to = new ArrayList<>();
    mail.path("to").forEach(each -> to.add(each.asText()));
    String html = mail.path("html").asText();
    return """
    <details>
    <summary><b>%s</b><span>%s</span><span>%s to %s</span></summary>
    <div class="body"><pre>%s</pre>%s</div>
    </details>\
    """
        .formatted(
            escaped(mail.path("subject").asText()),
            escaped(mail.path("at").asText().replace("T", " ").split("\\.", 2)[0]),
            escaped(mail.path("from").asText()),
            escaped(String.join(", ", to)),
            escaped(mail.path("text").asText()),
            // An empty sandbox: no scripts, no forms, no way out of the frame.
            html.isEmpty()
                ? ""
                : "<iframe sandbox title=\"HTML\" srcdoc=\"" + escaped(html) + "\"></iframe>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
