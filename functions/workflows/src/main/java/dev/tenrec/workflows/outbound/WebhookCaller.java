package dev.tenrec.workflows.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the requests of webhook steps.
 *
 * <p>Guarantees: a host's addresses are checked after its name was resolved, and the connection
 * goes to the address that was checked; a redirect is not followed; a call ends within the timeout,
 * however slowly the other side talks; of the answer at most 64 KiB are read.
 */
public final class WebhookCaller {
  private static final int SHOWN = 500;

  private final AddressRule rule;
  private final NameResolver resolver;
  private final Duration timeout;
  private final SSLSocketFactory tls;

  /** Makes a caller. */
  public WebhookCaller(
      AddressRule rule, NameResolver resolver, Duration timeout, SSLSocketFactory tls) {
    this.rule = rule;
    this.resolver = resolver;
    this.timeout = timeout;
    this.tls = tls;
  }

  /** A caller with the system's names and certificates, and 10 seconds for each call. */
  public static WebhookCaller system(AddressRule rule) {
    return new WebhookCaller(
        rule,
        host -> List.of(InetAddress.getAllByName(host)),
        Duration.ofSeconds(10),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** Calls once. */
  public Outcome call(Delivery.Webhook webhook) {
    try (Socket socket = new Socket()) {
      FutureTask<Answer> call = new FutureTask<>(() -> exchange(webhook, socket));
      Thread.ofVirtual().name("webhook").start(call);
      return outcome(call.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException slow) {
      return new Outcome.Again("No answer within " + timeout.toSeconds() + " seconds");
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof RefusedAddressException refused
          ? new Outcome.Failed(refused.getMessage())
          : new Outcome.Again(reason(failed.getCause()));
    } catch (IOException unclosed) {
      return new Outcome.Again(reason(unclosed));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Outcome.Again("Interrupted");
    }
  }

  private Answer exchange(Delivery.Webhook webhook, Socket socket) throws IOException {
    Destination destination = Destination.of(webhook.url(), rule, resolver);
    int millis = (int) timeout.toMillis();
    socket.connect(new InetSocketAddress(destination.address(), destination.port()), millis);
    socket.setSoTimeout(millis);
    if (!destination.secure()) {
      return talk(webhook, destination, socket);
    }
    try (SSLSocket secure =
        (SSLSocket) tls.createSocket(socket, destination.host(), destination.port(), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return talk(webhook, destination, secure);
    }
  }

  private static Answer talk(Delivery.Webhook webhook, Destination destination, Socket socket)
      throws IOException {
    byte[] body = webhook.body().getBytes(UTF_8);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("user-agent", "Tenrec");
    headers.putAll(webhook.headers());
    headers.put("host", destination.hostHeader());
    headers.put("connection", "close");
    if (body.length > 0 || !webhook.method().equals("GET")) {
      headers.put("content-length", Integer.toString(body.length));
    }
    StringBuilder head = new StringBuilder();
    head.append(webhook.method()).append(' ').append(destination.target()).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    OutputStream output = socket.getOutputStream();
    output.write(head.append("\r\n").toString().getBytes(UTF_8));
    output.write(body);
    output.flush();
    return Answer.read(new BufferedInputStream(socket.getInputStream()), webhook.method());
  }

  private static Outcome outcome(Answer answer) {
    int status = answer.status();
    String body = answer.body();
    String said =
        "answered "
            + status
            + (body.isBlank() ? "" : ": " + body.substring(0, Math.min(SHOWN, body.length())));
    if (status < 300) {
      return new Outcome.Done(said);
    }
    if (status < 400) {
      return new Outcome.Failed(said + " (redirects are not followed: name the new address)");
    }
    return status >= 500 || status == 408 || status == 425 || status == 429
        ? new Outcome.Again(said)
        : new Outcome.Failed(said);
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
