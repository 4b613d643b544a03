package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPathPattern {
  @ParameterizedTest
  @CsvSource({
    "/e, /e, true",
    "/e, /e/, false",
    "e, /e, true",
    "/i/*, /i/v0/e, true",
    "/i/*, /i, false",
    "/capture*, /capture, true",
    "/capture*, /capture/, true",
    "/capture*, /Capture, false",
    "/api/projects/*/query*, /api/projects/1/query, true",
    "/api/projects/*/query*, /api/projects/@current/query/?, true",
    "/api/projects/*/query*, /api/projects/1/insights, false",
    "*.js, /a/b.js, true",
    "/a?c, /abc, true",
    "/a?c, /ac, false",
    "/a.c, /abc, false",
    "/a+(c), /a+(c), true",
    "*, /, true"
  })
  void fits(String pattern, String path, boolean expected) {
    assertThat(new PathPattern(pattern).matches(path)).isEqualTo(expected);
  }
}
