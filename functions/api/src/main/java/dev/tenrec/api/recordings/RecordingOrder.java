package dev.tenrec.api.recordings;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.recordings.Recording;
import java.util.Arrays;
import java.util.Comparator;

/** The order of a list: {@code order} names a measure, {@code order_direction} is asc or desc. */
final class RecordingOrder {
  private RecordingOrder() {}

  static Comparator<Recording> of(HttpRequest request) {
    String name = request.parameter("order").filter(text -> !text.isBlank()).orElse("start_time");
    RecordingMeasure measure =
        RecordingMeasure.named(name.startsWith("-") ? name.substring(1) : name)
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        "order",
                        "invalid_choice",
                        "order is \"%s\": use one of %s"
                            .formatted(
                                name,
                                String.join(
                                    ", ",
                                    Arrays.stream(RecordingMeasure.values())
                                        .map(RecordingMeasure::label)
                                        .toList()))));
    boolean ascending = request.parameter("order_direction").orElse("DESC").equalsIgnoreCase("asc");
    Comparator<Recording> byMeasure = Comparator.comparingDouble(measure::of);
    return (ascending ? byMeasure : byMeasure.reversed())
        .thenComparing(Comparator.<Recording>comparingLong(r -> r.facts().start()).reversed())
        .thenComparing(recording -> recording.key().session());
  }
}
