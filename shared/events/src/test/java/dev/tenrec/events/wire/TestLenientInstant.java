package dev.tenrec.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.ExactJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestLenientInstant {
  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:30:45Z, 2026-03-01T12:30:45Z",
    "2026-03-01t12:30:45z, 2026-03-01T12:30:45Z",
    "2026-03-01T12:30:45.123Z, 2026-03-01T12:30:45.123Z",
    "'2026-03-01T12:30:45,5Z', 2026-03-01T12:30:45.5Z",
    "2026-03-01T12:30:45.1234567891234Z, 2026-03-01T12:30:45.123456789Z",
    "2026-03-01T12:30:45+03:00, 2026-03-01T09:30:45Z",
    "2026-03-01T12:30:45+0330, 2026-03-01T09:00:45Z",
    "2026-03-01T12:30:45+03, 2026-03-01T09:30:45Z",
    "2026-03-01T12:30:45-08:00, 2026-03-01T20:30:45Z",
    "2026-03-01T12:30:45, 2026-03-01T12:30:45Z",
    "2026-03-01T12:30, 2026-03-01T12:30:00Z",
    "2026-03-01 12:30:45.5, 2026-03-01T12:30:45.5Z",
    "2026-03-01 12:30:45 UTC, 2026-03-01T12:30:45Z",
    "2026-03-01 12:30:45 +01:00, 2026-03-01T11:30:45Z",
    "2026-12-31T23:59:60Z, 2026-12-31T23:59:59Z",
    "2026-03-01, 2026-03-01T00:00:00Z",
    "2026-3-1, 2026-03-01T00:00:00Z",
    "2026/03/01, 2026-03-01T00:00:00Z",
    "2026/03/01 12:30, 2026-03-01T12:30:00Z",
    "03/01/2026, 2026-03-01T00:00:00Z",
    "03/01/2026 12:30:45, 2026-03-01T12:30:45Z",
    "'Sun, 1 Mar 2026 12:30:45 GMT', 2026-03-01T12:30:45Z",
    "'Sun, 01 Mar 2026 12:30:45 +0200', 2026-03-01T10:30:45Z",
    "'1 Mar 2026 12:30:45 GMT', 2026-03-01T12:30:45Z",
    "1772368245, 2026-03-01T12:30:45Z",
    "1772368245.25, 2026-03-01T12:30:45.250Z",
    "1772368245123, 2026-03-01T12:30:45.123Z",
    "1772368245123456, 2026-03-01T12:30:45.123456Z",
    "1772368245123456789, 2026-03-01T12:30:45.123456789Z",
    "-86400, 1969-12-31T00:00:00Z",
    "-0.5, 1969-12-31T23:59:59.5Z",
    "0, 1970-01-01T00:00:00Z",
  })
  void everyUsualFormIsRead(String text, Instant expected) {
    assertThat(LenientInstant.parse(text)).contains(expected);
    assertThat(LenientInstant.parse(" " + text + " ")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-02-30",
        "2026-03-01T25:00:00Z",
        "2026-03-01T12:61:00Z",
        "2026-03-01T12:30:45+99:00",
        "13/45/2026",
        "99999999999999999999",
        "1e5",
        "0x10",
      })
  void everythingElseIsNoTime(String text) {
    assertThat(LenientInstant.parse(text)).isEmpty();
  }

  @Test
  void numbersAreTimesSinceTheEpoch() throws Exception {
    assertThat(LenientInstant.read(ExactJson.read("1772368245.5")))
        .contains(Instant.parse("2026-03-01T12:30:45.5Z"));
    assertThat(LenientInstant.read(ExactJson.read("1772368245500")))
        .contains(Instant.parse("2026-03-01T12:30:45.5Z"));
    assertThat(LenientInstant.read(ExactJson.read("null"))).isEmpty();
  }

  @Test
  void monstrousNumbersCostNothing() throws Exception {
    assertThat(LenientInstant.read(ExactJson.read("1e999999999"))).isEmpty();
    assertThat(LenientInstant.read(ExactJson.read("1e-999999999"))).isEmpty();
  }
}
