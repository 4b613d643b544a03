package dev.tenrec.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class TestOptions {
  @Test
  void onlyHostAndTokenAreNeeded() {
    assertThat(Options.parse("--host", "http://localhost:8080", "--token", "phc_1"))
        .isEqualTo(new Options(URI.create("http://localhost:8080"), "phc_1", 30, 3_000, 1));
  }

  @Test
  void everythingCanBeSaid() {
    assertThat(
            Options.parse(
                "--seed",
                "-7",
                "--visitors",
                "10",
                "--days",
                "3",
                "--token",
                "t",
                "--host",
                "https://t.example/"))
        .isEqualTo(new Options(URI.create("https://t.example/"), "t", 3, 10, -7));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertWrong("--host is missing", "--token", "t");
    assertWrong("--token is missing", "--host", "http://h");
    assertWrong("--host is localhost:8080", "--host", "localhost:8080", "--token", "t");
    assertWrong("no option --day", "--day", "3");
    assertWrong("--days needs a value", "--days");
    assertWrong("--days is x", "--host", "http://h", "--token", "t", "--days", "x");
    assertWrong("--days is 366", "--host", "http://h", "--token", "t", "--days", "366");
  }

  private static void assertWrong(String message, String... arguments) {
    assertThatThrownBy(() -> Options.parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
