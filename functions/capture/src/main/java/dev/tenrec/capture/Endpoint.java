package dev.tenrec.capture;

import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.time.Instant;
import java.util.Set;

/** What takes the events of some paths. */
interface Endpoint {
  /** The methods that carry events. */
  Set<String> methods();

  /** Takes the events of a request; any failure means that the request should come again. */
  HttpResponse answer(HttpRequest request, Instant receivedAt);

  /** Tells the sender to come again. */
  HttpResponse unavailable(HttpRequest request);
}
