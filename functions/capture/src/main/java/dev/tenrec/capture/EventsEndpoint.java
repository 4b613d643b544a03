package dev.tenrec.capture;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.wire.CaptureBatch;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.events.wire.CaptureRefusal;
import dev.tenrec.events.wire.CaptureRequest;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoints that all SDKs know: a request is taken or refused as a whole, in plain text. */
record EventsEndpoint(CaptureRoute route, CaptureDecoder decoder, Intake intake)
    implements Endpoint {

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public HttpResponse answer(HttpRequest request, Instant receivedAt) {
    if (request.body().length > route.limit()) {
      String message =
          "The body has %d bytes, %s takes %d: send fewer events at once"
              .formatted(request.body().length, request.route(), route.limit());
      intake.refuse(request, Optional.empty(), "payload_too_large", message, "", receivedAt);
      return HttpResponse.text(413, message);
    }
    return switch (decoder.decode(captureRequest(request, route.form(), receivedAt))) {
      case CaptureRefusal refusal -> {
        intake.refuse(
            request,
            refusal.token(),
            refusal.reason(),
            refusal.message(),
            refusal.payload(),
            receivedAt);
        yield HttpResponse.text(refusal.status(), refusal.message());
      }
      case CaptureBatch batch -> {
        Intake.Sender sender = new Intake.Sender(batch.token(), request.clientIp(), receivedAt);
        intake.take(sender, batch.historical(), batch.events(), batch.payload());
        yield taken(request);
      }
    };
  }

  @Override
  public HttpResponse unavailable(HttpRequest request) {
    return comeAgain();
  }

  static HttpResponse comeAgain() {
    return HttpResponse.text(503, "The events cannot be taken now: send the request again later")
        .withHeader("retry-after", "1");
  }

  static HttpResponse taken(HttpRequest request) {
    return request.parameter("beacon").filter("1"::equals).isPresent()
        ? HttpResponse.empty(204)
        : taken();
  }

  // 200 and nothing else: browsers send again after every other status below 400.
  static HttpResponse taken() {
    return HttpResponse.json(200, JsonNodeFactory.instance.objectNode().put("status", 1));
  }

  static CaptureRequest captureRequest(
      HttpRequest request, CaptureRequest.Form form, Instant receivedAt) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((name, values) -> query.put(name, values.getFirst()));
    return new CaptureRequest(
        form,
        query,
        request.header("content-type").orElse(""),
        request.header("content-encoding").orElse(""),
        request.body(),
        receivedAt);
  }
}
