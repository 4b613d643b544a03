package dev.tenrec.query.engine.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with places for arguments: {@code $1} for the first, {@code $*} for all. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\$([1-9]|\\*)");

  private final List<String> pieces = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  Template(String text) {
    Matcher matcher = PLACE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      pieces.add(text.substring(end, matcher.start()));
      places.add(matcher.group(1).equals("*") ? 0 : Integer.parseInt(matcher.group(1)));
      end = matcher.end();
    }
    pieces.add(text.substring(end));
  }

  String fill(List<String> arguments) {
    StringBuilder sql = new StringBuilder(pieces.getFirst());
    for (int index = 0; index < places.size(); index++) {
      int place = places.get(index);
      if (place > arguments.size()) {
        throw new IllegalStateException(
            "The form " + pieces + " needs argument " + place + " of " + arguments.size());
      }
      sql.append(place == 0 ? String.join(", ", arguments) : arguments.get(place - 1));
      sql.append(pieces.get(index + 1));
    }
    return sql.toString();
  }
}
