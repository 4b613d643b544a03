package dev.tenrec.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestClientAddress {
  private static final String EDGE = "130.176.1.1";
  private static final String VIEWER = "203.0.113.9";

  @Test
  void aFunctionUrlBehindCloudFrontHasTheViewerAlone() {
    assertThat(address(EDGE, "x-forwarded-for", VIEWER)).isEqualTo(VIEWER);
    assertThat(
            address(
                EDGE, "x-forwarded-for", VIEWER, "cloudfront-viewer-address", VIEWER + ":46532"))
        .isEqualTo(VIEWER);
  }

  @Test
  void anHttpApiBehindCloudFrontHasTheViewerAndThenTheEdge() {
    assertThat(address(EDGE, "x-forwarded-for", VIEWER + ", " + EDGE)).isEqualTo(VIEWER);
  }

  @Test
  void aProxyInFrontNamesTheVisitorFirst() {
    String proxy = "198.51.100.7";
    assertThat(address(EDGE, "x-forwarded-for", VIEWER + ", " + proxy)).isEqualTo(VIEWER);
    assertThat(address(EDGE, "x-forwarded-for", VIEWER, "cloudfront-viewer-address", proxy + ":1"))
        .isEqualTo(VIEWER);
  }

  @Test
  void whoCallsDirectlyIsWhoThePlatformSaw() {
    assertThat(address(VIEWER)).isEqualTo(VIEWER);
    assertThat(address("127.0.0.1", "x-forwarded-for", "127.0.0.1")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "192.168.1.5",
        "172.16.0.1",
        "127.0.0.1",
        "100.64.3.4",
        "169.254.1.1",
        "::1",
        "fd00::1",
        "fe80::1%eth0",
        "unknown",
        "_hidden",
        "1",
        "999.1.1.1",
        "localhost",
        ""
      })
  void whatSaysNothingAboutTheVisitorIsPassedOver(String entry) {
    assertThat(address(EDGE, "x-forwarded-for", entry + ", " + VIEWER)).isEqualTo(VIEWER);
    assertThat(address(EDGE, "x-forwarded-for", entry, "cloudfront-viewer-address", VIEWER + ":1"))
        .isEqualTo(VIEWER);
    assertThat(address(VIEWER, "x-forwarded-for", entry)).isEqualTo(VIEWER);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9:4711, 203.0.113.9",
    "[2001:db8::7]:4711, 2001:db8::7",
    "[2001:db8::7], 2001:db8::7",
    "2001:db8::7, 2001:db8::7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6"
  })
  void aPortIsNoPartOfTheAddress(String entry, String address) {
    assertThat(address(EDGE, "x-forwarded-for", entry)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9:46532, 203.0.113.9",
    "2001:db8:3333:4444:5555:6666:7777:8888:443, 2001:db8:3333:4444:5555:6666:7777:8888",
    "2001:db8::7:443, 2001:db8::7",
    "[2001:db8::7]:443, 2001:db8::7",
    "nonsense:1, 130.176.1.1",
    "nonsense, 130.176.1.1"
  })
  void cloudFrontWritesThePortBehindTheLastColon(String header, String address) {
    assertThat(address(EDGE, "cloudfront-viewer-address", header)).isEqualTo(address);
  }

  private static String address(String sourceIp, String... headers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return ClientAddress.of(map, sourceIp);
  }
}
