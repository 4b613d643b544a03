package dev.tenrec.query.hogql.suggest;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that an unknown one was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** The nearest candidate, unless all are too far away to be meant. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    int tolerated = Math.max(1, Math.min(3, word.length() / 3));
    String best = "";
    int bestDistance = tolerated + 1;
    for (String candidate : candidates) {
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT), bestDistance);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** The keyword that {@code word} misspells; nothing when it is spelled right. */
  public static Optional<String> keyword(String word, Collection<String> keywords) {
    if (word.length() < 4 || keywords.contains(word.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return nearest(word, keywords);
  }

  /** The end of an error message: a question when there is a near word, else nothing. */
  public static String question(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(near -> " Did you mean \"" + near + "\"?").orElse("");
  }

  // Damerau-Levenshtein with neighbours swapped as one edit; gives up above the limit.
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      last[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int cost = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int edits =
            Math.min(Math.min(current[column - 1], last[column]) + 1, last[column - 1] + cost);
        if (row > 1
            && column > 1
            && left.charAt(row - 1) == right.charAt(column - 2)
            && left.charAt(row - 2) == right.charAt(column - 1)) {
          edits = Math.min(edits, beforeLast[column - 2] + 1);
        }
        current[column] = edits;
      }
      beforeLast = last;
      last = current;
    }
    return last[right.length()];
  }
}
