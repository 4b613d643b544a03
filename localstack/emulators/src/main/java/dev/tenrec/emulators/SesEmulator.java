package dev.tenrec.emulators;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A mailbox that takes what SES is asked to send with {@code SendEmail}, and sends nothing.
 *
 * <ul>
 *   <li>Every sender counts as verified.
 *   <li>Each email is a JSON file; {@code GET /} lists them all, the oldest first: {@code [{id, at,
 *       from, to, subject, text, html}]}. A browser gets a page to read them.
 * </ul>
 */
public final class SesEmulator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Path directory;
  private final InstantSource clock;
  private final AtomicLong number;

  private SesEmulator(HttpServer server, Path directory, InstantSource clock) {
    this.server = server;
    this.directory = directory;
    this.clock = clock;
    this.number = new AtomicLong(files().size());
  }

  /** Starts on any free port with the emails in {@code dataDirectory}. */
  public static SesEmulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the emails in {@code dataDirectory}. */
  public static SesEmulator start(Path dataDirectory, int port) {
    try {
      Files.createDirectories(dataDirectory);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      SesEmulator emulator = new SesEmulator(server, dataDirectory, InstantSource.system());
      server.createContext("/", emulator::handle);
      server.start();
      return emulator;
    } catch (IOException failure) {
      throw new UncheckedIOException("The mailbox does not start: " + failure, failure);
    }
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_SES}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept");
        if (accepted != null && accepted.contains("text/html")) {
          answer(exchange, 200, "text/html; charset=utf-8", MailboxPage.of(mails()));
        } else {
          answer(exchange, 200, "application/json", JSON.writeValueAsString(mails()));
        }
        return;
      }
      Map<String, String> form =
          form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      String action = form.getOrDefault("Action", "");
      if (!action.equals("SendEmail")) {
        answer(exchange, 400, "text/xml", error(action + " is not emulated: use SendEmail"));
        return;
      }
      String id = UUID.randomUUID().toString();
      keep(id, form);
      answer(
          exchange,
          200,
          "text/xml",
          """
          <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">\
          <SendEmailResult><MessageId>%s</MessageId></SendEmailResult>\
          <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>\
          </SendEmailResponse>\
          """
              .formatted(id, id));
    }
  }

  private void keep(String id, Map<String, String> form) throws IOException {
    ObjectNode mail = JSON.createObjectNode();
    mail.put("id", id)
        .put("at", clock.instant().toString())
        .put("from", form.getOrDefault("Source", ""));
    ArrayNode to = mail.putArray("to");
    for (int index = 1; form.containsKey("Destination.ToAddresses.member." + index); index++) {
      to.add(form.get("Destination.ToAddresses.member." + index));
    }
    mail.put("subject", form.getOrDefault("Message.Subject.Data", ""))
        .put("text", form.getOrDefault("Message.Body.Text.Data", ""))
        .put("html", form.getOrDefault("Message.Body.Html.Data", ""));
    Path unfinished = directory.resolve(id + ".part");
    Files.write(unfinished, JSON.writeValueAsBytes(mail));
    Files.move(
        unfinished,
        directory.resolve("%08d-%s.json".formatted(number.incrementAndGet(), id)),
        StandardCopyOption.ATOMIC_MOVE);
  }

  private ArrayNode mails() throws IOException {
    ArrayNode mails = JSON.createArrayNode();
    for (Path file : files()) {
      mails.add(JSON.readTree(file.toFile()));
    }
    return mails;
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("The mailbox cannot be read: " + failure, failure);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static String error(String message) {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code><Message>"
        + message.replaceAll("[<>&]", "?")
        + "</Message></Error></ErrorResponse>";
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
