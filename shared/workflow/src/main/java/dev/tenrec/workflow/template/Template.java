package dev.tenrec.workflow.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parsed template. Rendering never fails: a value that is missing is empty, and no value can
 * change the form of the text around it.
 *
 * @param medium what its text is
 * @param pieces its literal texts and values, in order
 */
public record Template(Medium medium, List<Piece> pieces) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public Template {
    requireNonNull(medium, "medium is null");
    pieces = List.copyOf(pieces);
  }

  /**
   * Parses a text. A value stands in braces, {@code {event.properties.price}}; after a backslash a
   * brace is only a brace.
   *
   * @throws TemplateException when it names a value that does not exist, or is not JSON though it
   *     should be
   */
  public static Template parse(String text, Medium medium) {
    Template template = new Template(medium, new TemplateParser(text, medium).pieces());
    if (medium == Medium.JSON && !text.isBlank()) {
      template.requireJson();
    }
    return template;
  }

  /** The text with the values of a context. */
  public String render(JsonNode context) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal literal -> text.append(literal.text());
        case Piece.Value value ->
            text.append(medium.write(value.reference().in(context), value.quoted()));
      }
    }
    return text.toString();
  }

  /** The values it reads. */
  public Set<Reference> references() {
    return pieces.stream()
        .filter(Piece.Value.class::isInstance)
        .map(piece -> ((Piece.Value) piece).reference())
        .collect(Collectors.toSet());
  }

  private void requireJson() {
    try {
      JSON.readTree(render(JsonNodeFactory.instance.objectNode()));
    } catch (JsonProcessingException broken) {
      throw new TemplateException(
          "The text is not JSON, line %d, column %d: %s"
              .formatted(
                  broken.getLocation().getLineNr(),
                  broken.getLocation().getColumnNr(),
                  broken.getOriginalMessage()));
    }
  }

  /** A part of a template. */
  public sealed interface Piece {
    /** Text as it is. */
    record Literal(String text) implements Piece {}

    /**
     * A value.
     *
     * @param quoted whether it stands inside a string of JSON
     */
    record Value(Reference reference, boolean quoted) implements Piece {}
  }
}
