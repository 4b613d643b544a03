package dev.tenrec.cloud.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.JsonFile;
import dev.tenrec.cloud.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSite {
  @TempDir Path directory;
  private JsonFile values;
  private Site site;

  @BeforeEach
  void write() throws IOException {
    Path files = Files.createDirectories(directory.resolve("shop/cart"));
    Files.writeString(files.resolve("index.html"), "cart");
    Files.writeString(
        directory.resolve("shop/index.html"), "<a href=__TENREC_HOST__>__TENREC_TOKEN__</a>");
    Files.write(directory.resolve("shop/a.png"), new byte[] {1, 2, 3});
    Files.writeString(directory.resolve("secret.txt"), "secret");
    values = DataDirectory.open(directory.resolve("data")).file("site.json");
    site = new Site(directory.resolve("shop"), "http://127.0.0.1:8010", values);
  }

  @Test
  void thePlaceholdersAreReplacedByWhatIsKnownAtThatMoment() {
    assertThat(text(site.handle(Requests.get("/"))))
        .isEqualTo("<a href=http://127.0.0.1:8010>__TENREC_TOKEN__</a>");

    values.write(JsonNodeFactory.instance.objectNode().put("host", "h").put("token", "phc_1"));

    assertThat(text(site.handle(Requests.get("/")))).isEqualTo("<a href=h>phc_1</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "/index.html, 200, text/html; charset=utf-8",
    "/cart/, 200, text/html; charset=utf-8",
    "/a.png, 200, image/png",
    "/none.html, 404, text/plain; charset=utf-8",
    "/../secret.txt, 404, text/plain; charset=utf-8",
    "/%2e%2e/secret.txt, 404, text/plain; charset=utf-8",
    "/%zz, 400, text/plain; charset=utf-8"
  })
  void filesAreServedByTheirTypeAndNothingElse(String path, int status, String type) {
    WebResponse response = site.handle(Requests.get(path));

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers()).contains(Map.entry("content-type", type));
  }

  @Test
  void onlyReadingIsAllowed() {
    assertThat(site.handle(Requests.request("POST", "/", "x")).status()).isEqualTo(405);
  }

  private static String text(WebResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
