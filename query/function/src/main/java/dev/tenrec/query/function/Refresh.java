package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.ApiException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a client wants of what was computed before. An answer that is used again is never out of
 * date, so there is nothing to wait for, and the modes differ in two things only.
 */
enum Refresh {
  FORCE_BLOCKING(true, false),
  BLOCKING(false, false),
  ASYNC(false, true),
  ASYNC_EXCEPT_ON_CACHE_MISS(false, true),
  LAZY_ASYNC(false, true),
  FORCE_ASYNC(true, true),
  FORCE_CACHE(false, false);

  private final boolean computesAgain;
  private final boolean reportsStatus;

  Refresh(boolean computesAgain, boolean reportsStatus) {
    this.computesAgain = computesAgain;
    this.reportsStatus = reportsStatus;
  }

  /** Whether everything is computed again. */
  boolean computesAgain() {
    return computesAgain;
  }

  /** Whether the client may ask for the answer once more, by the id of the query. */
  boolean reportsStatus() {
    return reportsStatus;
  }

  /** What a request says in {@code refresh}, or with older clients in {@code async}. */
  static Refresh of(JsonNode body) {
    JsonNode said = body.path("refresh");
    if (said.isBoolean()) {
      return said.booleanValue() ? FORCE_BLOCKING : FORCE_CACHE;
    }
    if (said.isMissingNode() || said.isNull()) {
      return body.path("async").asBoolean() ? ASYNC : BLOCKING;
    }
    return Arrays.stream(values())
        .filter(mode -> mode.wireName().equals(said.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.invalid(
                    "refresh",
                    "invalid_choice",
                    "refresh is %s: it must be true, false or one of %s"
                        .formatted(
                            said,
                            Arrays.stream(values())
                                .map(Refresh::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
