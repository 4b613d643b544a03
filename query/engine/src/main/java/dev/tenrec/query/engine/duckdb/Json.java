package dev.tenrec.query.engine.duckdb;

import com.fasterxml.jackson.databind.node.TextNode;

/** JSON as text. */
final class Json {
  private Json() {}

  static String text(String text) {
    return TextNode.valueOf(text).toString();
  }
}
