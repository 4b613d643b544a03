package dev.tenrec.workflows.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.emulators.SesEmulator;
import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

class TestSesMailer {
  @TempDir Path directory;

  @Test
  void anEmailArrivesAsItWasWritten() throws IOException {
    try (SesEmulator mailbox = SesEmulator.start(directory);
        SesClient client = client(mailbox.endpoint())) {
      Outcome outcome = new SesMailer(client).send(email("ada@example.com"));
      assertThat(outcome).isInstanceOf(Outcome.Done.class);
      JsonNode mails = new ObjectMapper().readTree(mailbox.endpoint().toURL());
      assertThat(mails).hasSize(1);
      assertThat(mails.path(0).path("to").path(0).asText()).isEqualTo("ada@example.com");
      assertThat(mails.path(0).path("subject").asText()).isEqualTo("Danke schön & <gern>");
      assertThat(mails.path(0).path("text").asText()).isEqualTo("line one\nline two");
      assertThat(mails.path(0).path("html").asText()).isEqualTo("<p>hi</p>");
    }
  }

  @Test
  void aBrowserReadsTheMailboxAsAPageThatRunsNothing() throws Exception {
    try (SesEmulator mailbox = SesEmulator.start(directory);
        SesClient client = client(mailbox.endpoint());
        HttpClient browser = HttpClient.newHttpClient()) {
      new SesMailer(client).send(email("ada@example.com"));
      String page =
          browser
              .send(
                  HttpRequest.newBuilder(mailbox.endpoint()).header("accept", "text/html").build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(page)
          .contains("<b>Danke schön &amp; &lt;gern&gt;</b>")
          .contains("<iframe sandbox title=\"HTML\" srcdoc=\"&lt;p&gt;hi&lt;/p&gt;\">");
    }
  }

  @Test
  void anAddressThatIsNoneFailsAtOnceAndSendsNothing() throws IOException {
    try (SesEmulator mailbox = SesEmulator.start(directory);
        SesClient client = client(mailbox.endpoint())) {
      for (String to : new String[] {"", "ada", "a@b.c, d@e.f", "a@b.c\r\nBcc: x@y.z", "<a@b.c>"}) {
        assertThat(new SesMailer(client).send(email(to))).isInstanceOf(Outcome.Failed.class);
      }
      assertThat(new ObjectMapper().readTree(mailbox.endpoint().toURL())).isEmpty();
    }
  }

  @Test
  void aServiceThatCannotBeReachedIsTriedAgain() {
    SesEmulator mailbox = SesEmulator.start(directory);
    mailbox.close();
    try (SesClient client = client(mailbox.endpoint())) {
      assertThat(new SesMailer(client).send(email("ada@example.com")))
          .isInstanceOf(Outcome.Again.class);
    }
  }

  private static Delivery.Email email(String to) {
    return new Delivery.Email(
        "r:s",
        "Shop <shop@example.com>",
        to,
        "Danke schön & <gern>",
        "line one\nline two",
        Optional.of("<p>hi</p>"));
  }

  private static SesClient client(URI endpoint) {
    return SesClient.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
