package dev.tenrec.workflows.email;

import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.SesException;

/** Sends emails through SES, which wants their senders verified. One recipient each. */
public final class SesMailer {
  private static final Pattern RECIPIENT =
      Pattern.compile("[^\\s\\p{Cntrl}<>@\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");

  private final SesClient client;

  public SesMailer(SesClient client) {
    this.client = client;
  }

  /** Sends an email. */
  public Outcome send(Delivery.Email email) {
    if (!RECIPIENT.matcher(email.to()).matches()) {
      return new Outcome.Failed(
          "\"" + email.to() + "\" is no recipient: the email goes to one plain address");
    }
    try {
      String message =
          client
              .sendEmail(
                  request ->
                      request
                          .source(email.from())
                          .destination(to -> to.toAddresses(email.to()))
                          .message(
                              content -> content.subject(utf8(email.subject())).body(body(email))))
              .messageId();
      return new Outcome.Done("sent to " + email.to() + ", message " + message);
    } catch (SesException refused) {
      int status = refused.statusCode();
      boolean later = status >= 500 || refused.isThrottlingException();
      return later ? new Outcome.Again(reason(refused)) : new Outcome.Failed(reason(refused));
    } catch (SdkException unreachable) {
      return new Outcome.Again("SES cannot be reached: " + unreachable.getMessage());
    }
  }

  private static Body body(Delivery.Email email) {
    Body.Builder body = Body.builder().text(utf8(email.text()));
    email.html().ifPresent(html -> body.html(utf8(html)));
    return body.build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }

  private static String reason(SesException refused) {
    return "SES: "
        + (refused.awsErrorDetails() == null
            ? refused.getMessage()
            : refused.awsErrorDetails().errorMessage());
  }
}
