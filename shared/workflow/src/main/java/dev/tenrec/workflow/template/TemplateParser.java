package dev.tenrec.workflow.template;

import dev.tenrec.workflow.template.Template.Piece;
import java.util.ArrayList;
import java.util.List;

/** Reads a template's text once, from left to right. */
final class TemplateParser {
  private static final int LONGEST = 100_000;

  private final String text;
  private final Medium medium;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private boolean quoted;
  private int position;

  TemplateParser(String text, Medium medium) {
    this.text = text;
    this.medium = medium;
  }

  List<Piece> pieces() {
    if (text.length() > LONGEST) {
      throw new TemplateException(
          "The text has %d characters: use at most %d.".formatted(text.length(), LONGEST));
    }
    while (position < text.length()) {
      char next = text.charAt(position);
      if (next == '\\' && at(position + 1) == '{') {
        literal.append('{');
        position += 2;
      } else if (next == '{' && Character.isLetter(at(position + 1))) {
        value();
      } else if (next == '{' && at(position + 1) == '{') {
        throw refused("\"{{\"", "write a value in one pair of braces, and \\{ for a brace");
      } else {
        plain(next);
      }
    }
    endLiteral();
    return pieces;
  }

  private void value() {
    int end = text.indexOf('}', position);
    if (end < 0) {
      throw refused("a brace that is not closed", "close it, or write \\{ for a brace");
    }
    String name = text.substring(position + 1, end).strip();
    Reference reference =
        Reference.parse(name)
            .filter(_ -> name.indexOf('{') < 0)
            .orElseThrow(
                () ->
                    refused(
                        "\"{" + name + "}\"",
                        "there is event.event, event.uuid, event.distinct_id, event.timestamp,"
                            + " event.properties.NAME, person.id, person.properties.NAME,"
                            + " project.id, project.name, workflow.id, workflow.name, run.id;"
                            + " write \\{ for a brace"));
    endLiteral();
    pieces.add(new Piece.Value(reference, quoted));
    position = end + 1;
  }

  private void plain(char next) {
    literal.append(next);
    position++;
    if (medium != Medium.JSON) {
      return;
    }
    if (quoted && next == '\\' && position < text.length()) {
      literal.append(text.charAt(position));
      position++;
    } else if (next == '"') {
      quoted = !quoted;
    }
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private TemplateException refused(String what, String cure) {
    String before = text.substring(0, position);
    long line = before.chars().filter(character -> character == '\n').count() + 1;
    int column = position - before.lastIndexOf('\n');
    return new TemplateException("Line %d, column %d: %s: %s.".formatted(line, column, what, cure));
  }
}
