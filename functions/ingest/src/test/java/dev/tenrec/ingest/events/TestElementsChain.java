package dev.tenrec.ingest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tenrec.events.ExactJson;
import org.junit.jupiter.api.Test;

class TestElementsChain {
  @Test
  void anElementIsItsTagItsClassesAndItsAttributesInOrder() {
    assertThat(
            chain(
                """
                [{"tag_name":"a","$el_text":"Buy","classes":["link","btn"],
                  "attr__href":"/cart","attr__id":"buy","attr__data-x":"1",
                  "nth_child":2,"nth_of_type":1},
                 {"tag_name":"body","nth_child":1}]
                """))
        .isEqualTo(
            "a.btn.link:attr__data-x=\"1\"attr__href=\"/cart\"attr__id=\"buy\"attr_id=\"buy\""
                + "href=\"/cart\"nth-child=\"2\"nth-of-type=\"1\"text=\"Buy\""
                + ";body:nth-child=\"1\"nth-of-type=\"0\"");
  }

  @Test
  void quotesAreEscapedInValuesAndLeftOutOfClasses() {
    assertThat(
            chain(
                "[{\"tag_name\":\"a\",\"classes\":[\"x\\\"y\"],\"$el_text\":\"say \\\"hi\\\"\"}]"))
        .isEqualTo("a.xy:nth-child=\"0\"nth-of-type=\"0\"text=\"say \\\"hi\\\"\"");
  }

  @Test
  void classesComeFromTheAttributeWhenThereIsNoList() {
    assertThat(chain("[{\"tag_name\":\"i\",\"attr__class\":\" b  a \"}]"))
        .startsWith("i.a.b:attr__class=\" b  a \"");
  }

  @Test
  void longTextsAndAddressesAreCut() {
    String chain =
        chain(
            "[{\"$el_text\":\"%s\",\"attr__href\":\"%s\"}]"
                .formatted("t".repeat(500), "h".repeat(3_000)));
    assertThat(chain).contains("text=\"" + "t".repeat(400) + "\"");
    assertThat(chain).contains("\"href=\"" + "h".repeat(2_048) + "\"");
  }

  @Test
  void whatIsNoElementIsLeftOut() {
    assertThat(chain("[1,\"x\",null,{}]")).isEqualTo(":nth-child=\"0\"nth-of-type=\"0\"");
    assertThat(chain("{}")).isEmpty();
    assertThat(ElementsChain.of(null)).isEmpty();
  }

  private static String chain(String elements) {
    try {
      return ElementsChain.of(ExactJson.read(elements));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(elements, malformed);
    }
  }
}
