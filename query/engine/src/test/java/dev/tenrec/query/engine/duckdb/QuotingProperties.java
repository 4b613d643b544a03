package dev.tenrec.query.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.query.engine.testing.TestingLake;
import dev.tenrec.query.engine.testing.TestingQueries;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.resolve.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a text or a name holds, it stays a text or a name. */
class QuotingProperties {
  private static TestingQueries queries;

  @BeforeContainer
  static void open() throws IOException {
    queries =
        new TestingQueries(
            new TestingLake(Files.createTempDirectory("quoting")), TestingLake.context("UTC"));
  }

  @AfterContainer
  static void close() {
    queries.close();
  }

  @Property(tries = 150)
  void textsComeBackAsTheyAre(@ForAll("texts") String text) {
    assertThat(value(Constant.text(text)).textValue()).isEqualTo(text);
  }

  @Property(tries = 100)
  void propertiesAreReadUnderAnyName(@ForAll("texts") String key, @ForAll("texts") String value) {
    String json = JsonNodeFactory.instance.objectNode().put(key, value).toString();
    Expression document = new Expression.Cast(Span.NONE, Constant.text(json), "json", false);
    Expression property = new Expression.Property(Span.NONE, document, key, false);
    JsonNode read = value(property);
    assertThat(read.isNull() ? "" : read.textValue()).isEqualTo(value);
  }

  @Property(tries = 100)
  void namesAreNeverRead(@ForAll("texts") String name) {
    Select select =
        Select.of(Expression.Alias.of(new Field(Span.NONE, List.of(name)), name + "'"))
            .from(Select.of(Expression.Alias.of(Constant.whole(7), name)).build())
            .build();
    var result = queries.engine().run(Resolver.resolve(select, queries.context()));
    assertThat(result.rows().getFirst().getFirst().longValue()).isEqualTo(7);
    assertThat(result.columns().getFirst().name()).isEqualTo(name + "'");
  }

  @Property(tries = 100)
  void patternsMatchWhatTheyQuote(@ForAll("texts") String text) {
    Expression quoted = Expression.Call.of("regexpQuoteMeta", Constant.text(text));
    Expression matches =
        Expression.Call.of("match", Constant.text(text), Expression.Call.of("concat", quoted));
    assertThat(value(matches).booleanValue()).isTrue();
  }

  private static JsonNode value(Expression expression) {
    return queries
        .engine()
        .run(Resolver.resolve(Select.of(expression).build(), queries.context()))
        .rows()
        .getFirst()
        .getFirst();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.strings().withChars("'\"`\\\0/~$.;-{}[]%_ \n\r\tä\u2028").ofMaxLength(10),
            Arbitraries.of(
                "'; DROP TABLE events; --",
                "\0",
                "a\0b\0",
                "\uD83E\uDD94",
                "$1",
                "/*",
                "''",
                "\\'"))
        // A half of a surrogate pair is no text.
        .filter(text -> text.codePoints().noneMatch(unit -> unit >= 0xD800 && unit <= 0xDFFF));
  }
}
