package dev.tenrec.events;

import java.util.List;

/**
 * Fingerprints that a merge or a split of issues moved.
 *
 * @param project the project
 * @param moves at least one
 */
public record FingerprintMoves(long project, List<FingerprintMove> moves) implements Envelope {
  public FingerprintMoves {
    moves = List.copyOf(moves);
    if (moves.isEmpty()) {
      throw new IllegalArgumentException("moves is empty: nothing changed");
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.ISSUES;
  }

  @Override
  public String partitionKey() {
    return project + ":" + moves.getFirst().issue();
  }
}
